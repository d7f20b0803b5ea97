package io.stimloop.control.spec;

import java.util.Arrays;
import java.util.List;

/**
 * Whether the stimuli of a spec have the right dimensions and lie within its limits.
 *
 * @param dimensions as read; empty when they were at fault, and then nothing is found
 * @param safety     the limits of the dimensions
 */
record StimulusCheck(List<StimulusDimension> dimensions, SafetySettings safety) {
    /** Reports the candidate values outside the limits: for each dimension the first and how many. */
    void checkCandidates(Faults section) {
        for (int d = 0; d < dimensions.size(); d++) {
            int place = d;
            double[] values = dimensions.get(d).values();
            double[] outside = Arrays.stream(values).filter(value -> isOutside(value, place)).toArray();
            section.field("dimensions").element(d).field("values").require(outside.length == 0,
                    outside.length == 0
                            ? ""
                            : outside.length + " of " + values.length + " values lie outside "
                                    + limits(d) + ", the first is " + Wording.number(outside[0]));
        }
    }

    /** What is wrong with a stimulus; empty when nothing is. */
    String complaint(List<Double> stimulus) {
        if (dimensions.isEmpty()) {
            return "";
        }
        if (stimulus.size() != dimensions.size()) {
            return "has " + stimulus.size() + " values, give one for each dimension ("
                    + String.join(", ", dimensions.stream().map(StimulusDimension::name).toList()) + ")";
        }
        for (int d = 0; d < stimulus.size(); d++) {
            double value = stimulus.get(d);
            if (!Bounds.ANY.contain(value)) {
                return Bounds.ANY.complaint(value);
            }
            if (isOutside(value, d)) {
                return Wording.number(value) + " lies outside " + limits(d);
            }
        }
        return "";
    }

    private boolean isOutside(double value, int dimension) {
        return value < safety.min()[dimension] || value > safety.max()[dimension];
    }

    private String limits(int dimension) {
        return "safety.limits." + dimensions.get(dimension).name() + " ("
                + Wording.number(safety.min()[dimension]) + " to " + Wording.number(safety.max()[dimension])
                + ")";
    }
}
