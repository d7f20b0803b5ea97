package io.stimloop.control.spec;

import io.stimloop.inference.response.ParameterAxis;

/** The values of a parameter and their prior probabilities; both are empty when they were at fault. */
record AxisDraft(String name, double[] values, double[] prior) {
    /** Whether nothing was at fault. */
    boolean complete() {
        return values.length > 0 && prior.length == values.length;
    }

    ParameterAxis toAxis() {
        return new ParameterAxis(name, values, prior);
    }
}
