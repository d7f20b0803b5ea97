package io.stimloop.checks;

import io.stimloop.gateway.cli.ExitCode;
import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Prints what a check came to, for people or as JSON, and gives the exit code: a mixin of every check. */
public final class Verdict {
    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--json", description = "Print one JSON object on one line.")
    private boolean json;

    /** Prints; 0 when nothing failed, else 1. */
    public int of(CheckResult result) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonMapper.builder().build().writeValueAsString(result));
        } else {
            out.println(result.cases() + " cases, " + result.failures() + " failures: "
                    + (result.passed() ? "passed" : "FAILED"));
            result.figures().forEach((name, figure) -> out.println("  " + name + ": " + figure));
        }
        out.flush();
        return result.passed() ? ExitCode.DONE : ExitCode.FAILED;
    }
}
