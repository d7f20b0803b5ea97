package io.stimloop.inference.points;

import io.stimloop.numerics.kernel.Kernels;
import io.stimloop.numerics.kernel.RateKnots;
import io.stimloop.numerics.kernel.RowSpread;
import java.util.stream.IntStream;

/**
 * Counts. The probability of a count is smooth in the rate, so the loads of points of the same dispersion may be
 * moved onto a few knots of the rate with the weights of interpolation, and a distribution is worked out for each
 * knot instead of each point. Where dispersions differ from point to point it is worked out for each point.
 */
final class CountSpread implements ResponseSpread {
    /** Dispersions that points are sorted by. */
    private static final int MOST_GROUPS = 32;
    private static final RateKnots KNOTS = RateKnots.covering(0, CountRow.MOST_RATE);
    /** Knots for each unit of the square root of the rate. */
    private static final double KNOTS_PER_ROOT = 1 / KNOTS.step();
    private static final int KNOTS_AT_LEAST = 200;
    private static final double[] KNOT_RATES = IntStream.range(0, KNOTS.count())
            .mapToDouble(knot -> Math.min(KNOTS.rate(knot), CountRow.MOST_RATE)).toArray();

    private final double[] rates;
    private final int[] groupOf;
    private final double[] dispersions = new double[MOST_GROUPS];
    private final int[] sizes = new int[MOST_GROUPS];
    private final RowSpread knots;
    private final double[] atKnots;
    private final CountRow row = new CountRow();

    CountSpread(int size, int loads) {
        this.rates = new double[size];
        this.groupOf = new int[size];
        this.knots = new RowSpread(size, KNOTS);
        this.atKnots = new double[KNOTS.count() * Kernels.padded(loads)];
    }

    static long bytes(int size, int loads) {
        return (long) (Double.BYTES + Integer.BYTES) * size + RowSpread.bytes(size, KNOTS)
                + (long) Double.BYTES * KNOTS.count() * Kernels.padded(loads) + CountRow.bytes()
                + (long) (Double.BYTES + Integer.BYTES) * MOST_GROUPS;
    }

    @Override
    public int symbols() {
        return CountRow.MOST_COUNTS;
    }

    @Override
    public void gather(double[][] columns, Loads loads, Moments moments) {
        moments.clear();
        int groups = group(columns, loads.active());
        if (groups > MOST_GROUPS) {
            addEach(-1, columns[1], loads, moments);
            return;
        }
        for (int group = 0; group < groups; group++) {
            if (sizes[group] > KNOTS_AT_LEAST
                    + KNOTS_PER_ROOT * Math.sqrt(highestRate(group, loads.active()))) {
                addByKnots(group, loads, moments);
            } else {
                addEach(group, columns[1], loads, moments);
            }
        }
    }

    /** Sorts the points by dispersion; returns how many there are, or more than can be. */
    private int group(double[][] columns, ActivePoints active) {
        int groups = 0;
        int group = 0;
        for (int i = 0; i < active.count(); i++) {
            int k = active.get(i);
            rates[k] = Math.clamp(columns[0][k], RateKnots.LOWEST_RATE, CountRow.MOST_RATE);
            double dispersion = columns[1][k];
            if (groups > MOST_GROUPS || (group < groups && dispersions[group] == dispersion)) {
                groupOf[k] = group;
            } else {
                group = find(dispersion, groups);
                groups = Math.max(groups, group + 1);
                groupOf[k] = group;
            }
            if (groups <= MOST_GROUPS) {
                sizes[group]++;
            }
        }
        return groups;
    }

    private int find(double dispersion, int groups) {
        for (int group = 0; group < groups; group++) {
            if (dispersions[group] == dispersion) {
                return group;
            }
        }
        if (groups < MOST_GROUPS) {
            dispersions[groups] = dispersion;
            sizes[groups] = 0;
        }
        return groups;
    }

    private double highestRate(int group, ActivePoints active) {
        double highest = 0;
        for (int i = 0; i < active.count(); i++) {
            int k = active.get(i);
            highest = groupOf[k] == group ? Math.max(highest, rates[k]) : highest;
        }
        return highest;
    }

    private void addByKnots(int group, Loads loads, Moments moments) {
        ActivePoints active = loads.active();
        int stride = loads.stride();
        knots.clear();
        for (int i = 0; i < active.count(); i++) {
            int k = active.get(i);
            if (groupOf[k] == group) {
                knots.add(rates, k, k + 1, 1, 0, k * stride, stride);
            }
        }
        knots.spread(loads.rows(), stride, atKnots);
        for (int knot = knots.firstKnot(); knot < knots.endKnot(); knot++) {
            row.fill(KNOT_RATES[knot], dispersions[group]);
            moments.addEntropy(atKnots[knot * stride] * row.entropyNats());
            for (int j = 0; j < loads.count(); j++) {
                add(atKnots[knot * stride + j], j, moments);
            }
        }
    }

    /** @param group of the points; -1 for all */
    private void addEach(int group, double[] dispersionOf, Loads loads, Moments moments) {
        ActivePoints active = loads.active();
        for (int i = 0; i < active.count(); i++) {
            int k = active.get(i);
            if (group < 0 || groupOf[k] == group) {
                row.fill(rates[k], dispersionOf[k]);
                moments.addEntropy(loads.column(0)[k] * row.entropyNats());
                for (int j = 0; j < loads.count(); j++) {
                    add(loads.column(j)[k], j, moments);
                }
            }
        }
    }

    private void add(double load, int j, Moments moments) {
        moments.cover(row.first(), row.first() + row.length());
        Kernels.ARRAYS.addScaled(load, row.probabilities(), 0, row.length(), moments.of(j), row.first());
    }
}
