package io.stimloop.gateway;

import com.google.protobuf.TextFormat;
import io.stimloop.v1.ExperimentSpec;

/** A small experiment: five stimuli from -10 to 10, three amplitudes, nine places of the peak. */
final class Specs {
    static final String SEQUENCE = """
            sequence {
              stimuli { values: 5 } stimuli { values: -10 } stimuli { values: 0 }
              stimuli { values: 10 } stimuli { values: -5 }
            }""";

    /** With a deadline by which all candidates are scored however busy the machine is. */
    static final String SEARCH = "deadline { seconds: 30 } search { }";

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
                parameters { key: "preferred" value { from: -10 to: 10 count: 9 } }
                parameters { key: "width" value { from: 1 to: 4 count: 3 } }
              }
            }
            planner { PLANNER }
            stopping { STOPPING }
            """;

    private Specs() {}

    /** The small experiment with this planner, and this stopping rule or none. */
    static ExperimentSpec of(String planner, String stopping) {
        return parsed(TEXT.replace("PLANNER", planner).replace("STOPPING", stopping));
    }

    /** One that drives a laser at either of two targets, and must be armed. */
    static ExperimentSpec light() {
        return parsed(
                """
                        name: "light" seed: 3 neurons { name: "cell" }
                        stimulus { targets {
                          targets { name: "a" x_um: 0 y_um: 0 } targets { name: "b" x_um: 100 y_um: 0 }
                          powers { values: [1] } most_at_once: 1 candidates: 2
                        } }
                        model { optogenetic {
                          link: EXPONENTIAL bias { mean: 0 sd: 0.5 } weight { mean: 1.5 sd: 0.5 } connected: 0.2 half_power: 4
                        } }
                        objective { infomax { } } planner { balanced { } } safety { lease { seconds: 20 } }
                        """);
    }

    static ExperimentSpec parsed(String text) {
        try {
            return TextFormat.parse(text, ExperimentSpec.class);
        } catch (TextFormat.ParseException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
