package io.stimloop.control.spec;

import io.stimloop.inference.response.TuningCurve;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What the values of a model's parameter may be. */
enum ParameterRule {
    /** Spikes per trial; no outcome may have more than 100,000. */
    BASELINE(0, 1e5, false),
    /** Spikes per trial. */
    AMPLITUDE(0, 1e5, false),
    /** In the dimension's unit; an angle where the dimension is periodic. */
    PREFERRED(Bounds.ANY.min(), Bounds.ANY.max(), true),
    /** In the dimension's unit. */
    WIDTH(Bounds.POSITIVE.min(), Bounds.POSITIVE.max(), false),
    /** A fraction of the amplitude. */
    OPPOSITE(0, 100, false),
    /** Has no unit. */
    DISPERSION(TuningCurve.LEAST_DISPERSION, 1000, false);

    private final double min;
    private final double max;
    private final boolean onStimulusAxis;

    ParameterRule(double min, double max, boolean onStimulusAxis) {
        this.min = min;
        this.max = max;
        this.onStimulusAxis = onStimulusAxis;
    }

    /** The rule of the parameter with this name, which must be one of {@link #names()}. */
    static ParameterRule of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** Every parameter that any model has. */
    static List<String> names() {
        return Arrays.stream(values()).map(rule -> rule.name().toLowerCase(Locale.ROOT)).toList();
    }

    /** The range of its values. */
    Bounds bounds() {
        return new Bounds(min, max);
    }

    /** Whether it is a place on the stimulus dimension, and so wraps around where that does. */
    boolean onStimulusAxis() {
        return onStimulusAxis;
    }
}
