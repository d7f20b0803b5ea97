package io.stimloop.gateway.cli;

import io.stimloop.control.experiment.Refused;
import io.stimloop.control.experiment.Replay;
import io.stimloop.control.journal.FileDisk;
import io.stimloop.control.journal.JournalDamaged;
import io.stimloop.control.journal.JournalReader;
import io.stimloop.control.spec.OperatorLimits;
import io.stimloop.control.spec.Resolution;
import io.stimloop.control.spec.ResolvedSpec;
import io.stimloop.control.spec.SpecResolver;
import io.stimloop.control.spec.Violation;
import io.stimloop.v1.ExperimentSpec;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Whether an experiment would go the same way again. */
@Command(name = "replay", mixinStandardHelpOptions = true, description = {
        "Build an experiment anew from its journal, and compare every belief and every decision bit for bit.",
        "A decision that a deadline cut off is compared by the utility of what was chosen; those of planners that search"
                + " for as long as there is time are not compared, and counted."}, footer = {"",
                        "Example: stimloop replay data/experiments/direction-tuning-20261125-101500-1",
                        "Exits with 0 when nothing differs, with 1 when something does or the journal is damaged."})
final class ReplayCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    @Parameters(paramLabel = "JOURNAL", description = "The folder of the journal: DATA/experiments/ID.")
    @SuppressWarnings("NullAway.Init")
    private Path journal;

    @Mixin
    private final LimitsOption limits = new LimitsOption();

    @Option(names = "--json", description = "Print one JSON object on one line.")
    private boolean json;

    @Override
    public Integer call() {
        OperatorLimits inForce = limits.limits();
        Replay replay = new Replay(spec -> resolved(spec, inForce), Runtime.getRuntime().maxMemory());
        PrintWriter out = command.commandLine().getOut();
        try {
            var _ = JournalReader.read(new FileDisk(journal), (number, record) -> replay.take(record));
            Replay.Result result = replay.result();
            out.println(json ? JsonMapper.builder().build().writeValueAsString(result) : words(result));
            out.flush();
            return result.same() ? ExitCode.DONE : ExitCode.FAILED;
        } catch (JournalDamaged damage) {
            throw CommandFailure
                    .failed(journal + ": " + damage.getMessage() + "; see stimloop journal verify "
                            + journal, damage);
        } catch (IOException | IllegalStateException | Refused unusable) {
            throw CommandFailure.environment(journal + ": cannot be replayed: " + unusable.getMessage(),
                    unusable);
        }
    }

    private static ResolvedSpec resolved(ExperimentSpec spec, OperatorLimits limits) {
        return switch (SpecResolver.resolve(spec, limits, Runtime.getRuntime().maxMemory())) {
            case Resolution.Accepted(ResolvedSpec known) -> known;
            case Resolution.Refused(List<Violation> violations) ->
                throw Refused.of(Refused.Kind.INVALID, violations);
        };
    }

    private static String words(Replay.Result result) {
        String differences = result.same()
                ? "nothing differs"
                : result.beliefBitsDiffering() + " beliefs and " + result.decisionsDiffering()
                        + " decisions differ, first at trial " + result.firstDiffering();
        return result.trials() + " trials; " + result.beliefs() + " beliefs and " + result.decisions()
                + " decisions (" + result.decisionsCutOff() + " of them cut off by their deadline, "
                + result.decisionsNotRepeatable() + " not repeatable): " + differences;
    }
}
