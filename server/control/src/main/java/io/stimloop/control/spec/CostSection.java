package io.stimloop.control.spec;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a stimulus costs. */
final class CostSection {
    /** Stands for all values of a stimulus of many. */
    private static final String TOTAL = "total";

    private CostSection() {}

    /** Reads the cost of stimuli, in units of utility. */
    static io.stimloop.inference.objective.StimulusCost read(io.stimloop.v1.StimulusCost cost,
            StimulusPlan stimulus, Faults at) {
        if (cost.equals(io.stimloop.v1.StimulusCost.getDefaultInstance())) {
            return io.stimloop.inference.objective.StimulusCost.NONE;
        }
        double weight = cost.hasWeight() ? cost.getWeight() : 1;
        Bounds.NOT_NEGATIVE.check(weight, at.field("weight"));
        Bounds.NOT_NEGATIVE.check(cost.getPerSwitch(), at.field("perSwitch"));
        double[] perUnit = byDimension(cost.getPerUnitMap(), stimulus, at.field("perUnit"));
        double[] perDistance = byDimension(cost.getPerDistanceMap(), stimulus, at.field("perDistance"));
        scale(perUnit, weight);
        scale(perDistance, weight);
        return new io.stimloop.inference.objective.StimulusCost(perUnit, perDistance,
                stimulus.dimensions().stream().mapToDouble(StimulusDimension::period).toArray(),
                weight * cost.getPerSwitch());
    }

    private static double[] byDimension(Map<String, Double> costs, StimulusPlan stimulus, Faults at) {
        List<String> names = stimulus.dimensions().stream().map(StimulusDimension::name).toList();
        boolean many = (stimulus.vector() || stimulus.targets()) && !names.contains(TOTAL);
        new TreeMap<>(costs).forEach((name, value) -> {
            at.field(name).require(names.contains(name) || (many && name.equals(TOTAL)),
                    "is no stimulus dimension: " + Wording.suggestion(name, names)
                            + (many ? ", or total for all" : ""));
            Bounds.NOT_NEGATIVE.check(value, at.field(name));
        });
        double others = many ? costs.getOrDefault(TOTAL, 0.0) : 0;
        return names.stream().mapToDouble(name -> costs.getOrDefault(name, others)).toArray();
    }

    private static void scale(double[] values, double factor) {
        for (int i = 0; i < values.length; i++) {
            values[i] *= factor;
        }
    }
}
