package io.stimloop.inference.grid;

import io.stimloop.numerics.kernel.Kernels;
import io.stimloop.numerics.kernel.MixtureKernels;
import java.util.Arrays;
import java.util.List;

/**
 * What many posteriors on the same grid say, from refresh to refresh, made ready for predictions. Those with mass in few
 * cells stay apart. Of the others the masses of several are laid next to each other, in single precision, and moved onto
 * the knots of the rate for all candidates at once, while they are in the cache: to fetch them again for every candidate
 * would take longer than all the arithmetic. Mutable; read by many threads between refreshes.
 */
public final class JointPosteriors {
    private static final int GROUP = MixtureKernels.GROUP;
    private static final int NONE = -1;
    /**
     * Of the mass of the likeliest cell; less counts as nothing. With the least weights and probabilities that count, no
     * product is so small that processors take long over it.
     */
    private static final double LEAST = 1e-14;

    private final JointUnit[] units;
    private final int[] sparse;
    private final int[] dense;
    private final JointTables tables;
    private final float[] cells;
    /** By group and candidate: the mass by knot of the rate and unit of the group. */
    private final float[][][] rates;
    private final double[][] masses;
    private int sparseUnits;
    private int denseUnits;

    JointPosteriors(JointTables tables, List<Posterior> posteriors) {
        this.tables = tables;
        units = posteriors.stream().map(JointUnit::new).toArray(JointUnit[]::new);
        sparse = new int[units.length];
        masses = new double[GROUP][posteriors.getFirst().layout().length()];
        cells = new float[GROUP * posteriors.getFirst().layout().length()];
        rates = new float[groups(units.length)][tables.candidates()][GROUP * tables.tiles().rows().length];
        dense = new int[rates.length * GROUP];
    }

    private static int groups(int units) {
        return (units + GROUP - 1) / GROUP;
    }

    /** Bytes of what it holds beside the posteriors. */
    static long bytes(int units, GridLayout layout, int candidates, int rows) {
        return units * (JointUnit.bytes(layout) + Integer.BYTES)
                + (Float.BYTES + (long) Double.BYTES) * GROUP * layout.length()
                + (long) groups(units) * GROUP * (Float.BYTES * (long) candidates * rows + Integer.BYTES);
    }

    /**
     * Takes up the posteriors as they are now.
     *
     * @param counting by unit; those that do not count are not looked at
     */
    public void refresh(boolean[] counting) {
        sparseUnits = 0;
        denseUnits = 0;
        Arrays.fill(dense, NONE);
        for (int i = 0; i < units.length; i++) {
            if (counting[i]) {
                take(i);
            }
        }
        if (denseUnits % GROUP != 0) {
            moveGroup(denseUnits / GROUP, denseUnits % GROUP);
        }
    }

    private void take(int i) {
        units[i].refresh(masses[denseUnits % GROUP]);
        if (units[i].sparse()) {
            sparse[sparseUnits++] = i;
            return;
        }
        dense[denseUnits++] = i;
        if (denseUnits % GROUP == 0) {
            moveGroup(denseUnits / GROUP - 1, GROUP);
        }
    }

    private void moveGroup(int group, int n) {
        Kernels.MIXTURES.interleave(masses, n, LEAST, cells);
        for (int candidate = 0; candidate < tables.candidates(); candidate++) {
            tables.moves(candidate).gather(cells, rates[group][candidate]);
        }
    }

    JointUnit unit(int i) {
        return units[i];
    }

    /** The units with mass in few cells; the first {@link #sparseUnits()}. Not to be modified. */
    int[] sparse() {
        return sparse;
    }

    int sparseUnits() {
        return sparseUnits;
    }

    /** How many groups the others make. */
    int denseGroups() {
        return groups(denseUnits);
    }

    /** By knot of the rate and unit of a group, for a candidate. Not to be modified. */
    float[] mass(int group, int candidate) {
        return rates[group][candidate];
    }

    /** A unit of a group; negative where the last group has no more. */
    int unit(int group, int u) {
        return dense[group * GROUP + u];
    }
}
