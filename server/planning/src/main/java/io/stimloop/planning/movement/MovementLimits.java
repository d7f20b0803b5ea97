package io.stimloop.planning.movement;

import io.stimloop.planning.decision.Reach;

/**
 * How far each value of a stimulus may move from one trial to the next.
 *
 * @param maxSteps by dimension, in its unit, above 0; infinite where there is no limit; not to be modified
 * @param periods  by dimension: length of a turn, NaN where there is none; the shorter way round counts; not to be
 *                 modified
 */
public record MovementLimits(double[] maxSteps, double[] periods) {
    /** Rounding may make a step longer than allowed by this fraction. */
    private static final double ROUNDING = 1e-9;
    private static final int ROUNDING_ULPS = 4;

    /** Whether any value is limited. */
    public boolean any() {
        for (double step : maxSteps) {
            if (step < Double.POSITIVE_INFINITY) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether a stimulus may follow another.
     *
     * @param from one value per dimension; empty where there is none before, and then anything may follow
     * @param to   one value per dimension
     */
    public boolean allow(double[] from, double[] to) {
        for (int d = 0; d < from.length; d++) {
            double ulps = ROUNDING_ULPS * Math.ulp(Math.max(Math.abs(from[d]), Math.abs(to[d])));
            if (distance(d, from[d] - to[d]) > maxSteps[d] * (1 + ROUNDING) + ulps) {
                return false;
            }
        }
        return true;
    }

    /** Which of these candidates may follow the stimulus before. */
    public Reach of(double[][] candidates) {
        return any() ? (candidate, previous) -> allow(previous.stimulus(), candidates[candidate]) : Reach.ANY;
    }

    /**
     * How far apart two stimuli are: the greatest distance along a dimension, in steps where steps are limited, and
     * else in its unit.
     */
    double apart(double[] a, double[] b) {
        double greatest = 0;
        for (int d = 0; d < a.length; d++) {
            double way = distance(d, a[d] - b[d]);
            greatest = Math.max(greatest, maxSteps[d] < Double.POSITIVE_INFINITY ? way / maxSteps[d] : way);
        }
        return greatest;
    }

    private double distance(int dimension, double difference) {
        double straight = Math.abs(difference);
        if (Double.isNaN(periods[dimension])) {
            return straight;
        }
        double way = straight % periods[dimension];
        return Math.min(way, periods[dimension] - way);
    }
}
