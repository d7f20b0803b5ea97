package io.stimloop.inference.grid;

import io.stimloop.inference.response.ParameterAxis;
import java.util.ArrayList;
import java.util.List;

/** Finds parameters that would rather lie beyond their grid. */
final class EdgeMass {
    /** Shorter axes are choices between a few values rather than ranges. */
    private static final int LEAST_VALUES = 5;
    private static final double MUCH = 0.1;
    private static final double OF_PRIOR = 3;

    private EdgeMass() {}

    /**
     * One for each end of an axis that holds more than a tenth of the mass and more than three times what it held
     * before the first trial; not where the parameter wraps around or cannot lie beyond.
     */
    static List<String> warnings(GridModel model, Posterior posterior) {
        List<String> warnings = new ArrayList<>();
        for (ParameterAxis axis : model.layout().axes()) {
            if (axis.size() >= LEAST_VALUES && Double.isNaN(model.period(axis))) {
                double[] mass = posterior.marginal(axis);
                warn(model, axis, 0, mass, warnings);
                warn(model, axis, axis.size() - 1, mass, warnings);
            }
        }
        return warnings;
    }

    private static void warn(GridModel model, ParameterAxis axis, int edge, double[] mass,
            List<String> warnings) {
        double value = axis.values()[edge];
        if (mass[edge] > Math.max(MUCH, OF_PRIOR * axis.prior()[edge]) && !model.bounds(axis, value)) {
            warnings.add(axis.name() + ": " + Math.round(100 * mass[edge])
                    + "% of the mass is at the edge of the grid (" + value + ")");
        }
    }
}
