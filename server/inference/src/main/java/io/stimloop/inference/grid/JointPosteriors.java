package io.stimloop.inference.grid;

import io.stimloop.numerics.kernel.Kernels;
import io.stimloop.numerics.kernel.MixtureKernels;
import java.util.Arrays;
import java.util.List;

/**
 * What many posteriors on the same grid say, from refresh to refresh, made ready for predictions. Those with mass in few
 * cells stay apart. Of the others the masses of several are laid next to each other, in single precision; who predicts
 * moves them onto the knots of the rate, which threads can do at the same time. Mutable; read by many threads between refreshes.
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
    /** By group: the mass by cell and unit of the group. */
    private final float[][] cells;
    private final double[][] masses;
    private int sparseUnits;
    private int denseUnits;

    JointPosteriors(JointTables tables, List<Posterior> posteriors) {
        this.tables = tables;
        units = posteriors.stream().map(JointUnit::new).toArray(JointUnit[]::new);
        sparse = new int[units.length];
        masses = new double[GROUP][posteriors.getFirst().layout().length()];
        cells = new float[groups(units.length)][GROUP * posteriors.getFirst().layout().length()];
        dense = new int[cells.length * GROUP];
    }

    private static int groups(int units) {
        return (units + GROUP - 1) / GROUP;
    }

    /** Bytes of what it holds beside the posteriors. */
    static long bytes(int units, GridLayout layout) {
        return units * (JointUnit.bytes(layout) + Integer.BYTES)
                + (long) Double.BYTES * GROUP * layout.length()
                + (long) groups(units) * GROUP * (Float.BYTES * (long) layout.length() + Integer.BYTES);
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
            lay(denseUnits / GROUP, denseUnits % GROUP);
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
            lay(denseUnits / GROUP - 1, GROUP);
        }
    }

    private void lay(int group, int n) {
        Kernels.MIXTURES.interleave(masses, n, LEAST, cells[group]);
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

    /** Moves the masses of a group onto the knots of the rate at a candidate, by knot and unit of the group. */
    void move(int group, int candidate, float[] rates) {
        tables.moves(candidate).gather(cells[group], rates);
    }

    /** A unit of a group; negative where the last group has no more. */
    int unit(int group, int u) {
        return dense[group * GROUP + u];
    }
}
