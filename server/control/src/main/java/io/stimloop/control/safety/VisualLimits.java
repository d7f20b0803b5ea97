package io.stimloop.control.safety;

/**
 * What a display may do.
 *
 * @param maxContrast         from 0
 * @param maxFlashesPerSecond in any second, for the people in the room (WCAG 2.3.1 allows three)
 * @param flashContrast       the least contrast that counts as a flash
 */
public record VisualLimits(double maxContrast, double maxFlashesPerSecond, double flashContrast) {
    private static final double NONE = Double.POSITIVE_INFINITY;

    /** Where none are given: a display harms no tissue. */
    public static final VisualLimits UNLIMITED = new VisualLimits(NONE, NONE, NONE);
}
