package io.stimloop.gateway.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * A command that was typed, and what came of it.
 *
 * @param exitCode of the program
 * @param out      standard output
 * @param err      standard error
 */
record Typed(int exitCode, String out, String err) {
    static Typed command(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commands = Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        int exitCode = commands.execute(words);
        return new Typed(exitCode, out.toString(), err.toString());
    }

    /** The one JSON object on standard output. */
    JsonNode json() {
        return new ObjectMapper().readTree(out);
    }
}
