package io.stimloop.control.spec;

import com.google.protobuf.TextFormat;
import io.stimloop.v1.ExperimentSpec;
import java.util.List;

/** Specs for tests: one that is right, and what becomes of it when a piece is replaced. */
final class SpecTexts {
    static final long BUDGET_BYTES = 1_000_000_000L;

    private static final String RIGHT = """
            name: "tuning" seed: 7
            neurons { name: "cell" }
            stimulus {
              dimensions { name: "direction" unit: "deg" periodic: true values { from: 0 to: 315 count: 8 } }
            }
            model {
              tuning_curve {
                shape: BIDIRECTIONAL
                noise { negative_binomial { dispersion { values: [0.1, 0.3] } } }
                parameters { key: "baseline" value { from: 0.5 to: 8 count: 3 spacing: LOG } }
                parameters { key: "amplitude" value { from: 2 to: 32 count: 3 spacing: LOG } }
                parameters { key: "preferred" value { from: 0 to: 330 count: 12 } }
                parameters { key: "width" value { from: 10 to: 60 count: 3 } }
                parameters { key: "opposite" value { values: [0.5] } }
              }
            }
            objective { infomax { } }
            planner { deadline { nanos: 20000000 } search { } fallback: BALANCED }
            safety { limits { key: "direction" value { min: 0 max: 360 } } valid_for { seconds: 1 } lease { seconds: 2 } }
            stopping { max_trials: 160 parameter_sd { key: "width" value: 2 } }
            """;

    private SpecTexts() {}

    static ExperimentSpec right() {
        return parsed(RIGHT);
    }

    /** The right spec with one piece of its text replaced. */
    static ExperimentSpec with(String newPiece, String insteadOf) {
        if (!RIGHT.contains(insteadOf)) {
            throw new IllegalArgumentException("the right spec has no piece " + insteadOf);
        }
        return parsed(RIGHT.replace(insteadOf, newPiece));
    }

    static ExperimentSpec parsed(String text) {
        try {
            return TextFormat.parse(text, ExperimentSpec.class);
        } catch (TextFormat.ParseException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    static List<Violation> violations(ExperimentSpec spec) {
        return switch (SpecResolver.resolve(spec, BUDGET_BYTES)) {
            case Resolution.Accepted accepted -> List.of();
            case Resolution.Refused refused -> refused.violations();
        };
    }
}
