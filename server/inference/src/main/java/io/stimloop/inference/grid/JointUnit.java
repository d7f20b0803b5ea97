package io.stimloop.inference.grid;

/**
 * What one of many posteriors on the same grid says, and where few cells have mass, which they are. Mutable; read by many
 * threads between refreshes.
 */
final class JointUnit {
    /** A posterior with mass in a smaller share of the cells is sparse: it is predicted from in double precision. */
    private static final double SPARSE = 1.0 / 16;
    /**
     * Of the mass of the likeliest cell. What is left out has less than 1e-12 of the mass; with its at most some tens of
     * nats of surprise that is less than 1e-10 nats of information.
     */
    private static final double NEGLIGIBLE = 1e-18;

    private final Posterior posterior;
    private final int[] cells;
    private final double[] found;
    private int active;

    JointUnit(Posterior posterior) {
        this.posterior = posterior;
        this.cells = new int[1 + (int) (SPARSE * posterior.layout().length())];
        this.found = new double[cells.length];
    }

    /** Bytes of what it holds beside the posterior. */
    static long bytes(GridLayout layout) {
        return (Integer.BYTES + Double.BYTES) * (1 + (long) (SPARSE * layout.length()));
    }

    /**
     * Takes up the posterior as it is now.
     *
     * @param masses receives the mass by cell, in proportion to the probability; the likeliest has 1
     */
    void refresh(double[] masses) {
        posterior.writeRelative(masses);
        active = 0;
        for (int cell = 0; cell < masses.length && !full(); cell++) {
            cells[active] = cell;
            active += masses[cell] >= NEGLIGIBLE ? 1 : 0;
        }
        if (sparse()) {
            for (int i = 0; i < active; i++) {
                found[i] = masses[cells[i]];
            }
        }
    }

    private boolean full() {
        return active == cells.length - 1;
    }

    /** Whether few cells have mass. */
    boolean sparse() {
        return !full();
    }

    /** Their masses, in proportion to the probability. Not to be modified. */
    double[] masses() {
        return found;
    }

    /** The first {@link #active()} are the cells with mass, ascending; of one that is sparse. Not to be modified. */
    int[] cells() {
        return cells;
    }

    /** How many cells have mass; of one that is sparse. */
    int active() {
        return active;
    }
}
