package io.stimloop.inference.grid;

/**
 * Works out how much the next counts of many neurons on one grid tell about their parameters: the probability of every cell
 * is moved onto the knots of the rate with the weights of interpolation, and the distributions of the count there are
 * mixed, as {@link PushForwardPredictor} does in two steps for one neuron. Posteriors with mass in many cells are worked on
 * several at a time in single precision: the information comes out within 1e-6 nats. Of the others it comes out within
 * 1e-8 nats. Not thread safe.
 */
public final class JointMixer {
    private final DenseMixer denseMixer;
    private final SparseMixer sparseMixer;

    JointMixer(JointTables tables) {
        denseMixer = new DenseMixer(tables);
        sparseMixer = new SparseMixer(tables);
    }

    /** Bytes of the working memory. */
    static long bytes(int rows, int counts) {
        return DenseMixer.bytes(rows, counts) + SparseMixer.bytes(rows, counts);
    }

    /**
     * Answers for a candidate.
     *
     * @param nats receives the information by unit, never negative; entries of units that do not count stay as they are
     */
    public void informationNats(int candidate, JointPosteriors posteriors, double[] nats) {
        for (int group = 0; group < posteriors.denseGroups(); group++) {
            double[] found = denseMixer.informationNats(posteriors, group, candidate);
            for (int u = 0; u < found.length; u++) {
                int unit = posteriors.unit(group, u);
                if (unit >= 0) {
                    nats[unit] = found[u];
                }
            }
        }
        for (int i = 0; i < posteriors.sparseUnits(); i++) {
            int unit = posteriors.sparse()[i];
            nats[unit] = sparseMixer.informationNats(candidate, posteriors.unit(unit));
        }
    }
}
