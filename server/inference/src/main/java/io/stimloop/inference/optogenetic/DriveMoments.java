package io.stimloop.inference.optogenetic;

import io.stimloop.inference.glm.EtaMoments;
import io.stimloop.inference.response.Link;

/**
 * Mean and variance of eta of all neurons at stimuli. Worked out anew for every belief: where few targets have light
 * that takes less than carrying along what some dozen sites have changed. Not thread safe.
 */
final class DriveMoments implements EtaMoments {
    private final OptogeneticBelief belief;
    private final DriveRows rows;
    private final double[][] means;
    private final double[][] variances;
    private long refreshes;

    DriveMoments(OptogeneticBelief belief, DriveRows rows) {
        this.belief = belief;
        this.rows = rows;
        this.means = new double[belief.units()][rows.count()];
        this.variances = new double[belief.units()][rows.count()];
    }

    /** Bytes for so many stimuli. */
    static long bytes(int units, int stimuli) {
        return 2L * units * stimuli * Double.BYTES;
    }

    /** Takes up the belief as it is now. */
    void refresh() {
        for (int unit = 0; unit < means.length; unit++) {
            NeuronPosterior posterior = belief.posterior(unit);
            for (int i = 0; i < rows.count(); i++) {
                means[unit][i] = rows.dot(i, posterior.mean());
                variances[unit][i] = rows.variance(i, posterior.covariance());
            }
        }
        refreshes++;
    }

    /** How often it was refreshed. */
    long refreshes() {
        return refreshes;
    }

    OptogeneticBelief belief() {
        return belief;
    }

    DriveRows rows() {
        return rows;
    }

    @Override
    public Link link() {
        return belief.model().link();
    }

    @Override
    public int units() {
        return means.length;
    }

    @Override
    public boolean includes(int unit) {
        return belief.includes(unit);
    }

    @Override
    public int stimuli() {
        return rows.count();
    }

    @Override
    public double mean(int unit, int stimulus) {
        return means[unit][stimulus];
    }

    @Override
    public double variance(int unit, int stimulus) {
        return variances[unit][stimulus];
    }
}
