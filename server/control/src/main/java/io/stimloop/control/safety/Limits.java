package io.stimloop.control.safety;

import java.util.Map;

/**
 * What a laboratory allows, whatever the experiment.
 *
 * @param dimensions by name of a dimension; of others nothing is limited
 * @param optical    of light
 * @param electrical of current
 * @param visual     of a display
 */
public record Limits(Map<String, DimensionLimits> dimensions, OpticalLimits optical,
        ElectricalLimits electrical, VisualLimits visual) {
    /** For what drives nothing, as a study. */
    public static final Limits UNLIMITED = new Limits(Map.of(), OpticalLimits.UNLIMITED,
            ElectricalLimits.UNLIMITED, VisualLimits.UNLIMITED);

    /** Copies the map. */
    public Limits {
        dimensions = Map.copyOf(dimensions);
    }
}
