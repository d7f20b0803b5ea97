package io.stimloop.control.experiment;

import com.google.protobuf.TextFormat;
import io.stimloop.control.spec.Resolution;
import io.stimloop.control.spec.ResolvedSpec;
import io.stimloop.control.spec.SpecResolver;
import io.stimloop.v1.ExperimentSpec;

/** A small experiment: five stimuli, three amplitudes, five places of the peak. */
final class Specs {
    /** The stimuli -10, -5, 0, 5, 10 in an order of their own. */
    static final String SEQUENCE = """
            deadline { nanos: 50000000 }
            sequence {
              stimuli { values: 5 } stimuli { values: -10 } stimuli { values: 0 }
              stimuli { values: 10 } stimuli { values: -5 }
            }""";
    static final String SEARCH = "deadline { nanos: 50000000 } search { }";
    static final String BALANCED = "deadline { nanos: 50000000 } balanced { }";
    static final long DEADLINE_NANOS = 50 * HandClock.MILLISECOND;

    private static final long BUDGET_BYTES = 100_000_000L;
    private static final String TEXT = """
            name: "bump" seed: 11
            neurons { name: "cell" }
            stimulus { dimensions { name: "x" unit: "1" values { from: -10 to: 10 count: 5 } } }
            model {
              tuning_curve {
                shape: GAUSSIAN
                noise { poisson { } }
                parameters { key: "baseline" value { values: [1] } }
                parameters { key: "amplitude" value { values: [2, 8, 20] } }
                parameters { key: "preferred" value { from: -10 to: 10 count: 5 } }
                parameters { key: "width" value { values: [3] } }
              }
            }
            safety { valid_for { seconds: 1 } lease { seconds: 2 } }
            planner { PLANNER }
            stopping { STOPPING }
            """;

    private Specs() {}

    /** The small experiment with these neurons, searching for what the objective says. */
    static ResolvedSpec ofNeurons(String objective, String... names) {
        StringBuilder neurons = new StringBuilder();
        for (String name : names) {
            neurons.append("neurons { name: \"").append(name).append("\" } ");
        }
        return resolved(TEXT.replace("neurons { name: \"cell\" }", neurons).replace("PLANNER", SEARCH)
                .replace("STOPPING", "") + "objective { " + objective + " }");
    }

    /** The small experiment with this planner, for this objective. */
    static ResolvedSpec seeking(String objective, String planner) {
        return resolved(TEXT.replace("PLANNER", planner).replace("STOPPING", "") + "objective { " + objective
                + " }");
    }

    /** The small experiment with this planner, and this stopping rule or none. */
    static ResolvedSpec of(String planner, String stopping) {
        return resolved(TEXT.replace("PLANNER", planner).replace("STOPPING", stopping));
    }

    /** The small experiment with this planner, in which the stimulus moves by at most this from trial to trial. */
    static ResolvedSpec moving(String planner, double maxStep) {
        return resolved(movingText(planner, maxStep));
    }

    /** Its text. */
    static String movingText(String planner, double maxStep) {
        return TEXT.replace("count: 5 } } }", "count: 5 } max_step: " + maxStep + " } }")
                .replace("PLANNER", planner).replace("STOPPING", "");
    }

    private static ResolvedSpec resolved(String text) {
        return switch (SpecResolver.resolve(parsed(text), BUDGET_BYTES)) {
            case Resolution.Accepted(ResolvedSpec spec) -> spec;
            case Resolution.Refused(var violations) ->
                throw new IllegalArgumentException(violations.toString());
        };
    }

    static ExperimentSpec parsed(String text) {
        try {
            return TextFormat.parse(text, ExperimentSpec.class);
        } catch (TextFormat.ParseException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
