package io.stimloop.checks.kills;

import com.google.protobuf.TextFormat;
import io.stimloop.control.experiment.BeliefSnapshots;
import io.stimloop.control.spec.Resolution;
import io.stimloop.control.spec.ResolvedSpec;
import io.stimloop.control.spec.SpecResolver;
import io.stimloop.inference.belief.Belief;
import io.stimloop.v1.BeliefSnapshot;
import io.stimloop.v1.ExperimentSpec;
import java.util.List;

/** The experiment whose server is killed, small so that many lives fit into a minute. */
final class Cell {
    private static final int LARGEST_COUNT = 13;

    private static final String TEXT = """
            name: "killed" seed: 5
            neurons { name: "cell" }
            stimulus { dimensions { name: "x" unit: "1" values { from: -10 to: 10 count: 9 } } }
            model {
              tuning_curve {
                shape: GAUSSIAN
                noise { poisson { } }
                parameters { key: "baseline" value { values: [1, 3] } }
                parameters { key: "amplitude" value { values: [2, 8, 20] } }
                parameters { key: "preferred" value { from: -10 to: 10 count: 17 } }
                parameters { key: "width" value { from: 1 to: 4 count: 5 } }
              }
            }
            planner { deadline { seconds: 5 } search { } }
            """;

    private final ResolvedSpec spec = resolved();

    static ExperimentSpec spec() {
        try {
            return TextFormat.parse(TEXT, ExperimentSpec.class);
        } catch (TextFormat.ParseException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    private static ResolvedSpec resolved() {
        return switch (SpecResolver.resolve(spec(), Long.MAX_VALUE)) {
            case Resolution.Accepted(ResolvedSpec accepted) -> accepted;
            case Resolution.Refused(var violations) -> throw new IllegalStateException(violations.toString());
        };
    }

    /** What a cell answers in a trial. */
    static int count(long trial) {
        return (int) (trial * 7 % LARGEST_COUNT);
    }

    /** Whether a server believes what one does that was never killed. */
    boolean believes(BeliefSnapshot snapshot, List<double[]> presented) {
        Belief never = spec.source().create();
        var _ = never.predictor(spec.candidates(), spec.aim().objective().question());
        long trial = 0;
        for (double[] stimulus : presented) {
            trial++;
            never.condition(stimulus, new double[]{count(trial)});
        }
        return BeliefSnapshots.restore(snapshot, spec, "belief").digest() == never.digest();
    }
}
