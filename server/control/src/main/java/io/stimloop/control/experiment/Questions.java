package io.stimloop.control.experiment;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Questions to an experiment's one writer, from any thread, answered in the order in which they came.
 *
 * @param id     of the experiment
 * @param writer answers
 * @param most   questions and messages that may wait; those who only look leave room for the rigs
 * @param failed told when a change failed half way: the experiment cannot be relied on any more
 */
record Questions(String id, SerialExecutor writer, int most, Consumer<Throwable> failed) {
    /** Has a question answered; exceptionally as the question throws, or {@link Refused} when too many wait. */
    <T> CompletableFuture<T> ask(Supplier<T> question) {
        return answer(question, failure -> {});
    }

    /** Likewise, of what changes the experiment. */
    <T> CompletableFuture<T> change(Supplier<T> change) {
        return answer(change, failed);
    }

    private <T> CompletableFuture<T> answer(Supplier<T> question, Consumer<Throwable> fault) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        boolean accepted = writer.offer(() -> {
            try {
                answer.complete(question.get());
            } catch (RuntimeException | Error failure) {
                answer.completeExceptionally(failure);
                if (!(failure instanceof Refused)) {
                    fault.accept(failure);
                }
            }
        }, most);
        if (!accepted) {
            answer.completeExceptionally(Refused.of(Refused.Kind.EXHAUSTED,
                    "experiment " + id + " has too many requests waiting; ask again later"));
        }
        return answer;
    }
}
