package io.stimloop.gateway.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.function.Function;

/** Asks a person, who may answer with nothing to take what is proposed. */
final class Questions {
    private static final int ATTEMPTS = 3;

    private final BufferedReader in;
    private final PrintWriter out;

    Questions(BufferedReader in, PrintWriter out) {
        this.in = in;
        this.out = out;
    }

    /**
     * An answer.
     *
     * @param proposed what nothing stands for; makes sense
     * @param meaning  throws an {@link IllegalArgumentException} that says what would be right
     * @throws CommandFailure if no answer makes sense
     */
    <T> T ask(String question, String proposed, Function<String, T> meaning) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            out.print(question + " [" + proposed + "] ");
            out.flush();
            String answer = line();
            try {
                return meaning.apply(answer.isBlank() ? proposed : answer.strip());
            } catch (IllegalArgumentException wrong) {
                out.println("  " + answer.strip() + ": " + wrong.getMessage());
            }
        }
        throw CommandFailure.environment(
                question + ": no answer that makes sense in " + ATTEMPTS + " attempts",
                null);
    }

    /** The end of the input answers with nothing. */
    private String line() {
        try {
            String line = in.readLine();
            return line == null ? "" : line;
        } catch (IOException broken) {
            throw CommandFailure.environment("cannot read the answer: " + broken.getMessage(), broken);
        }
    }
}
