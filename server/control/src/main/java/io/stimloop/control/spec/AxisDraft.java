package io.stimloop.control.spec;

import io.stimloop.inference.response.ParameterAxis;

/** The values of a parameter and their prior probabilities; both are empty when they were at fault. */
record AxisDraft(String name, double[] values, double[] prior) {
    ParameterAxis toAxis() {
        return new ParameterAxis(name, values, prior);
    }
}
