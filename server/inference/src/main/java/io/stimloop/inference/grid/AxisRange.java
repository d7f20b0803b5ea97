package io.stimloop.inference.grid;

import org.jspecify.annotations.Nullable;

/**
 * What part of an {@link AxisRuler} a grid covers, with as many values as the ruler has.
 *
 * @param low  position of the first value
 * @param high position of the last value
 */
record AxisRange(double low, double high) {
    /** Shorter axes are choices between values, not ranges. */
    static final int LEAST_VALUES = 3;
    /** All the mass at one value may be spread over as many steps about it. */
    private static final double LEAST_SD = 0.3;
    /** A grid is not made anew for less. */
    private static final double WORTHWHILE = 0.8;
    /** More mass than this on the last value means that the grid ends too early. */
    private static final double EDGE_MASS = 1e-3;
    private static final double LEAST_STEP = 1e-6;

    /** The whole ruler. */
    static AxisRange of(AxisRuler ruler) {
        return new AxisRange(0, ruler.size() - 1.0);
    }

    /** Distance of two values, in steps of the ruler. */
    double step(AxisRuler ruler) {
        return ruler.size() == 1 ? 1 : (high - low) / (ruler.size() - 1);
    }

    /**
     * The range that the mass asks for: narrower where it lies on a few values only, moved where it lies at an end
     * that is not the ruler's own; null where this one is right.
     *
     * @param mass of each value
     */
    @Nullable
    AxisRange next(AxisRuler ruler, double[] mass, Refinement rule) {
        int n = mass.length;
        double step = step(ruler);
        if (n < LEAST_VALUES || step < LEAST_STEP) {
            return null;
        }
        boolean whole = high - low >= n - 1.0;
        int origin = ruler.periodic() && whole ? greatest(mass) - n / 2 : 0;
        double mean = 0;
        for (int i = 0; i < n; i++) {
            mean += mass[Math.floorMod(i + origin, n)] * i;
        }
        double variance = 0;
        for (int i = 0; i < n; i++) {
            variance += mass[Math.floorMod(i + origin, n)] * (i - mean) * (i - mean);
        }
        double sd = Math.sqrt(variance);
        boolean atEdge = (mass[0] > EDGE_MASS && inside(ruler, low))
                || (mass[n - 1] > EDGE_MASS && inside(ruler, high));
        if (sd >= rule.belowSteps() && !atEdge) {
            return null;
        }
        double reach = rule.reachSd() * Math.max(sd, LEAST_SD) * step;
        double half = atEdge ? Math.max(reach, (high - low) / 2) : reach;
        AxisRange asked = about(low + (mean + origin) * step, half, ruler);
        return atEdge ? moved(asked, step) : narrower(asked, ruler);
    }

    private static int greatest(double[] mass) {
        int greatest = 0;
        for (int i = 1; i < mass.length; i++) {
            greatest = mass[i] > mass[greatest] ? i : greatest;
        }
        return greatest;
    }

    private boolean inside(AxisRuler ruler, double end) {
        return ruler.periodic() ? high - low < ruler.size() - 1.0 : end > 0 && end < ruler.size() - 1.0;
    }

    private static AxisRange about(double centre, double half, AxisRuler ruler) {
        double last = ruler.size() - 1.0;
        return ruler.periodic()
                ? new AxisRange(centre - Math.min(half, last / 2), centre + Math.min(half, last / 2))
                : new AxisRange(Math.max(0, centre - half), Math.min(last, centre + half));
    }

    private @Nullable AxisRange moved(AxisRange asked, double step) {
        return Math.abs(asked.low - low) + Math.abs(asked.high - high) > step ? asked : null;
    }

    private @Nullable AxisRange narrower(AxisRange asked, AxisRuler ruler) {
        double turn = ruler.periodic() && high - low >= ruler.size() - 1.0 ? 1 : 0;
        return asked.high - asked.low < WORTHWHILE * (high - low + turn) ? asked : null;
    }
}
