package io.stimloop.control.spec;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a stimulus costs. */
final class CostSection {
    /** Stands for all values of a stimulus of many. */
    private static final String TOTAL = "total";

    private CostSection() {}

    /** Reads the cost of stimuli with these dimensions, in units of utility. */
    static io.stimloop.inference.objective.StimulusCost read(io.stimloop.v1.StimulusCost cost,
            List<StimulusDimension> dimensions, Faults at) {
        if (cost.equals(io.stimloop.v1.StimulusCost.getDefaultInstance())) {
            return io.stimloop.inference.objective.StimulusCost.NONE;
        }
        Bounds.NOT_NEGATIVE.check(cost.getWeight(), at.field("weight"));
        Bounds.NOT_NEGATIVE.check(cost.getPerSwitch(), at.field("perSwitch"));
        double[] perUnit = byDimension(cost.getPerUnitMap(), dimensions, at.field("perUnit"));
        double[] perDistance = byDimension(cost.getPerDistanceMap(), dimensions, at.field("perDistance"));
        scale(perUnit, cost.getWeight());
        scale(perDistance, cost.getWeight());
        return new io.stimloop.inference.objective.StimulusCost(perUnit, perDistance,
                dimensions.stream().mapToDouble(StimulusDimension::period).toArray(),
                cost.getWeight() * cost.getPerSwitch());
    }

    private static double[] byDimension(Map<String, Double> costs, List<StimulusDimension> dimensions,
            Faults at) {
        List<String> names = dimensions.stream().map(StimulusDimension::name).toList();
        new TreeMap<>(costs).forEach((name, value) -> {
            at.field(name).require(names.contains(name) || name.equals(TOTAL),
                    "is no stimulus dimension: " + Wording.suggestion(name, names) + ", or total for all");
            Bounds.NOT_NEGATIVE.check(value, at.field(name));
        });
        return names.stream().mapToDouble(name -> costs.getOrDefault(name, costs.getOrDefault(TOTAL, 0.0)))
                .toArray();
    }

    private static void scale(double[] values, double factor) {
        for (int i = 0; i < values.length; i++) {
            values[i] *= factor;
        }
    }
}
