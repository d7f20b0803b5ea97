package io.stimloop.control.experiment;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Questions to an experiment's one writer, from any thread, answered in the order in which they came.
 *
 * @param id     of the experiment
 * @param writer answers
 * @param most   questions and messages that may wait; those who only look leave room for the rigs
 */
record Questions(String id, SerialExecutor writer, int most) {
    /** Has a question answered; exceptionally as the question throws, or {@link Refused} when too many wait. */
    <T> CompletableFuture<T> ask(Supplier<T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        boolean accepted = writer.offer(() -> {
            try {
                answer.complete(question.get());
            } catch (RuntimeException | Error failure) {
                answer.completeExceptionally(failure);
            }
        }, most);
        if (!accepted) {
            answer.completeExceptionally(Refused.of(Refused.Kind.EXHAUSTED,
                    "experiment " + id + " has too many requests waiting; ask again later"));
        }
        return answer;
    }
}
