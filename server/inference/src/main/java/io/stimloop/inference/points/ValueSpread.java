package io.stimloop.inference.points;

import io.stimloop.numerics.kernel.Elementary;
import io.stimloop.numerics.kernel.Kernels;

/**
 * Normal values (of a log-normal value its logarithm), at nodes that are evenly spaced, {@value #STEP} of the least
 * sd apart: the trapezoidal rule, which is exact to rounding for densities so smooth. Where that would take more than
 * {@value #MOST_NODES} nodes they are farther apart, and an sd that they could not resolve is taken as the least
 * that they can: predicted is then a response that is read off a little more coarsely than it is.
 */
final class ValueSpread implements ResponseSpread {
    static final int MOST_NODES = 2048;

    private static final double STEP = 0.5;
    /** Beyond so many sd a density is left out; below 1e-16 of its peak. */
    private static final double REACH = 8.6;
    private static final double HALF_LOG_TWO_PI_E = 1.41893853320467274178;
    private static final double ROOT_TWO_PI = 2.50662827463100050242;

    private final double[] row = new double[MOST_NODES];
    private double origin;
    private double step;
    private int first;
    private int length;

    static long bytes() {
        return (long) Double.BYTES * MOST_NODES;
    }

    @Override
    public int symbols() {
        return MOST_NODES;
    }

    @Override
    public void gather(double[][] columns, Loads loads, Moments moments) {
        ActivePoints active = loads.active();
        moments.clear();
        place(columns, active);
        for (int i = 0; i < active.count(); i++) {
            int k = active.get(i);
            double sd = Math.max(columns[1][k], step / STEP);
            fill(columns[0][k], sd);
            moments.cover(first, first + length);
            moments.addEntropy(loads.column(0)[k] * (HALF_LOG_TWO_PI_E + Elementary.log(sd / step)));
            for (int j = 0; j < loads.count(); j++) {
                Kernels.ARRAYS.addScaled(loads.column(j)[k], row, 0, length, moments.of(j), first);
            }
        }
    }

    /** Chooses the nodes so that they cover what any point predicts. */
    private void place(double[][] columns, ActivePoints active) {
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        double least = Double.POSITIVE_INFINITY;
        double greatest = 0;
        for (int i = 0; i < active.count(); i++) {
            int k = active.get(i);
            lowest = Math.min(lowest, columns[0][k]);
            highest = Math.max(highest, columns[0][k]);
            least = Math.min(least, columns[1][k]);
            greatest = Math.max(greatest, columns[1][k]);
        }
        double margin = REACH * greatest;
        // An sd that is widened to what the nodes resolve reaches a few nodes further.
        double nodes = MOST_NODES - 4 * REACH / STEP;
        step = Math.max(STEP * least, (highest - lowest + 2 * margin) / nodes);
        origin = lowest - Math.max(margin, REACH / STEP * step) - step;
    }

    /** By recurrence outwards from the node at the mean or just below it; each is the one before times a ratio. */
    private void fill(double mean, double sd) {
        double inSd = step / sd;
        int centre = (int) ((mean - origin) / step);
        int reach = (int) (REACH / inSd);
        first = Math.max(centre - reach, 0);
        length = Math.min(centre + reach + 1, MOST_NODES) - first;
        double off = (origin + centre * step - mean) / sd;
        double peak = inSd / ROOT_TWO_PI * Elementary.exp(-0.5 * off * off);
        double shrink = Elementary.exp(-inSd * inSd);
        recur(centre - first, 1, peak, Elementary.exp(-inSd * (off + 0.5 * inSd)), shrink);
        recur(centre - first, -1, peak, Elementary.exp(inSd * (off - 0.5 * inSd)), shrink);
    }

    private void recur(int start, int direction, double peak, double firstRatio, double shrink) {
        double density = peak;
        double ratio = firstRatio;
        for (int i = start; i >= 0 && i < length; i += direction) {
            row[i] = density;
            density *= ratio;
            ratio *= shrink;
        }
    }
}
