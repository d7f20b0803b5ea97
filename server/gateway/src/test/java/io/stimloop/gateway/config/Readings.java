package io.stimloop.gateway.config;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads texts as if they were files. */
final class Readings {
    static final long BUDGET_BYTES = 1_000_000_000L;

    /** A file that is right; each line is there once, so that a test may replace it. */
    static final String RIGHT = """
            name: tuning
            neurons: [{name: cell}]
            stimulus:
              dimensions:
                - name: direction
                  unit: deg
                  periodic: true
                  values: {from: 0, to: 315, count: 8}
            model:
              tuningCurve:
                shape: CIRCULAR_GAUSSIAN
                noise: {poisson: {}}
                parameters:
                  baseline: {from: 0.5, to: 8, count: 3, spacing: LOG}
                  amplitude: {from: 2, to: 32, count: 3}
                  preferred: {from: 0, to: 330, count: 12}
                  width: {values: [10, 20, 30]}
            planner:
              deadline: 0.050s
              fallback: BALANCED
            safety:
            stopping:
              maxTrials: 160
            """;

    private Readings() {}

    static ExperimentFile.Reading read(String text) {
        return ExperimentFile.read("x.yaml", text.getBytes(StandardCharsets.UTF_8), BUDGET_BYTES);
    }

    /** The faults of a text, one line each; empty when it is right. */
    static List<String> faults(String text) {
        return faults(read(text));
    }

    static List<String> faults(ExperimentFile.Reading reading) {
        return switch (reading) {
            case ExperimentFile.Accepted accepted -> List.of();
            case ExperimentFile.Refused refused ->
                refused.faults().stream().map(FileFault::toString).toList();
        };
    }

    /** The faults of the right file with one piece replaced. */
    static List<String> faultsWith(String newPiece, String insteadOf) {
        if (!RIGHT.contains(insteadOf)) {
            throw new IllegalArgumentException("the right file has no piece " + insteadOf);
        }
        return faults(RIGHT.replace(insteadOf, newPiece));
    }
}
