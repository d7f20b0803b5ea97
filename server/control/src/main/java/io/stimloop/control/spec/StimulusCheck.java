package io.stimloop.control.spec;

import io.stimloop.control.safety.LightLimits;
import java.util.Arrays;
import java.util.List;

/**
 * Whether the stimuli of a spec have the right dimensions and lie within its limits.
 *
 * @param stimulus as read; has no dimensions when it was at fault, and then nothing is found
 * @param safety   the limits of the dimensions
 */
record StimulusCheck(StimulusPlan stimulus, SafetySettings safety) {
    /** Reports the candidate values outside the limits: for each dimension the first and how many. */
    void checkCandidates(Faults section) {
        if (stimulus.vector()) {
            checkRows(section.field("vector"), "list candidates that lie within, or lower maxNorm");
            return;
        }
        if (stimulus.targets()) {
            checkRows(section.field("targets"), "use lower powers, or leave these targets out");
            return;
        }
        for (int d = 0; d < dimensions().size(); d++) {
            int place = d;
            double[] values = dimensions().get(d).values();
            double[] outside = Arrays.stream(values).filter(value -> isOutside(value, place)).toArray();
            boolean range = dimensions().get(d).continuous();
            String words = range
                    ? "reaches beyond " + limits(d)
                    : outside.length + " of " + values.length
                            + " values lie outside " + limits(d) + ", the first is "
                            + Wording.number(outside.length == 0 ? 0 : outside[0]);
            section.field("dimensions").element(d).field(range ? "range" : "values")
                    .require(outside.length == 0, words);
        }
    }

    /** Reports how many candidates leave the limits of any value, and the first. */
    private void checkRows(Faults at, String remedy) {
        double[][] candidates = stimulus.candidates();
        int outside = 0;
        String first = "";
        for (double[] candidate : candidates) {
            for (int d = 0; d < candidate.length; d++) {
                if (isOutside(candidate[d], d)) {
                    first = outside == 0 ? Wording.number(candidate[d]) + " outside " + limits(d) : first;
                    outside++;
                    break;
                }
            }
        }
        at.require(outside == 0,
                outside + " of " + candidates.length
                        + " candidates have values outside the limits, the first "
                        + first + "; " + remedy);
    }

    /** What is wrong with a stimulus; empty when nothing is. */
    String complaint(List<Double> values) {
        List<StimulusDimension> dimensions = dimensions();
        if (dimensions.isEmpty()) {
            return "";
        }
        if (values.size() != dimensions.size()) {
            return "has " + values.size() + " values, give " + wanted();
        }
        for (int d = 0; d < values.size(); d++) {
            double value = values.get(d);
            if (!Bounds.ANY.contain(value)) {
                return Bounds.ANY.complaint(value);
            }
            if (isOutside(value, d)) {
                return Wording.number(value) + " lies outside " + limits(d);
            }
        }
        double[] row = values.stream().mapToDouble(Double::doubleValue).toArray();
        if (!stimulus.light().admits(row)) {
            return lightComplaint(row, stimulus.light());
        }
        double norm = StimulusPlan.norm(row);
        return stimulus.admits(norm)
                ? EnvelopeCheck.complaint(stimulus, safety, row)
                : "is " + Wording.number(norm) + " long, longer than stimulus.vector.maxNorm ("
                        + Wording.number(stimulus.maxNorm()) + ")";
    }

    /** What is wrong with a pattern of light that is not admitted. */
    private String lightComplaint(double[] row, LightLimits light) {
        int strong = light.firstTooStrong(row);
        int excluded = light.firstExcluded(row);
        if (LightLimits.on(row) > light.mostOn()) {
            return "has " + LightLimits.on(row) + " targets on, more than stimulus.targets.mostAtOnce ("
                    + light.mostOn() + ")";
        }
        if (strong >= 0) {
            return "gives " + dimensions().get(strong).name() + " " + Wording.number(row[strong])
                    + " mW, more than its mostPower (" + Wording.number(light.most()[strong]) + ")";
        }
        return excluded >= 0
                ? "has " + dimensions().get(light.excluder(row, excluded)).name() + " and "
                        + dimensions().get(excluded).name()
                        + " on at once, which are nearer than minDistanceUm or in forbiddenPairs"
                : "gives " + Wording.number(LightLimits.total(row))
                        + " mW in all, more than stimulus.targets.mostTotalPower ("
                        + Wording.number(light.mostTotal()) + ")";
    }

    private String wanted() {
        return stimulus.vector()
                ? dimensions().size() + " for the vector"
                : stimulus.targets()
                        ? "one for each of the " + dimensions().size() + " targets"
                        : "one for each dimension ("
                                + String.join(", ",
                                        dimensions().stream().map(StimulusDimension::name).toList())
                                + ")";
    }

    private List<StimulusDimension> dimensions() {
        return stimulus.dimensions();
    }

    private boolean isOutside(double value, int dimension) {
        return value < safety.min()[dimension] || value > safety.max()[dimension];
    }

    private String limits(int dimension) {
        return "safety.limits." + dimensions().get(dimension).name() + " ("
                + Wording.number(safety.min()[dimension]) + " to " + Wording.number(safety.max()[dimension])
                + ")";
    }
}
