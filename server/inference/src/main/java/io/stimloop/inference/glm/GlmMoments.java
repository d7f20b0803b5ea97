package io.stimloop.inference.glm;

import io.stimloop.inference.response.Link;

/**
 * {@link UnitMoments} of all neurons at the candidates, kept up with a belief. To bound what rounding adds up to, a
 * few candidates are worked out from the belief after every trial, in turn. Not thread safe.
 */
final class GlmMoments implements EtaMoments {
    /** Every candidate is worked out anew within so many trials that are refreshed after. */
    private static final int ROUND = 500;

    /** What must be carried along with the moments. */
    interface Companion {
        /** A neuron's weights changed; the products of its moments are those of the change. */
        void carry(int unit, UnitMoments moments, double[] direction, double factor);

        /** A neuron's weights wandered by a variance. */
        void drift(int unit, double variance);

        /** {@code C x} of a candidate was worked out. */
        void recomputed(int unit, int candidate, double[] product);
    }

    private static final Companion NOBODY = new Companion() {
        @Override
        public void carry(int unit, UnitMoments moments, double[] direction, double factor) {}

        @Override
        public void drift(int unit, double variance) {}

        @Override
        public void recomputed(int unit, int candidate, double[] product) {}
    };

    private final GlmBelief belief;
    private final StimulusRows rows;
    private final UnitMoments[] units;
    private final double[] squaredNorms;
    private final double[] tail;
    private Companion companion = NOBODY;
    private Object seenIdentity = new Object();
    private long seen;
    private int next;

    GlmMoments(GlmBelief belief, StimulusRows rows) {
        this.belief = belief;
        this.rows = rows;
        this.units = new UnitMoments[belief.units()];
        for (int unit = 0; unit < units.length; unit++) {
            units[unit] = new UnitMoments(belief.model(), rows);
        }
        this.squaredNorms = new double[rows.count()];
        for (int i = 0; i < squaredNorms.length; i++) {
            squaredNorms[i] = rows.squaredNorm(i);
        }
        this.tail = new double[belief.model().tailSize()];
    }

    /** Bytes for so many candidates, without the candidates. */
    static long bytes(GlmModel model, int candidates) {
        return model.units() * UnitMoments.bytes(model, candidates) + (long) Double.BYTES * candidates;
    }

    /** To be set before the first refresh. */
    void accompany(Companion one) {
        companion = one;
    }

    /** The same for another belief, with what is known already. The companion's part is the caller's to copy. */
    GlmMoments over(GlmBelief other) {
        GlmMoments moments = new GlmMoments(other, rows);
        for (int unit = 0; unit < units.length; unit++) {
            moments.units[unit].copyFrom(units[unit]);
        }
        moments.seenIdentity = seenIdentity;
        moments.seen = seen;
        moments.next = next;
        return moments;
    }

    GlmBelief belief() {
        return belief;
    }

    @Override
    public Link link() {
        return belief.model().link();
    }

    @Override
    public int units() {
        return units.length;
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
        return units[unit].mean(stimulus);
    }

    @Override
    public double variance(int unit, int stimulus) {
        return units[unit].variance(stimulus);
    }

    StimulusRows rows() {
        return rows;
    }

    UnitMoments unit(int unit) {
        return units[unit];
    }

    /** Catches up with the belief. */
    void refresh() {
        ChangeLog log = belief.changes();
        if (log.reachesBackTo(seenIdentity, seen)) {
            for (long trial = seen + 1; trial <= log.sequence(); trial++) {
                carry(log, trial);
            }
            if (log.sequence() > seen) {
                recompute(Math.min(rows.count(), rows.count() / ROUND + 1));
            }
        } else {
            recompute(rows.count());
        }
        seenIdentity = log.identity();
        seen = log.sequence();
        for (int unit = 0; unit < units.length; unit++) {
            belief.earlier().writeTail(unit, tail, 0);
            units[unit].refreshTail(belief.posterior(unit), tail);
        }
    }

    private void carry(ChangeLog log, long trial) {
        double drift = belief.model().driftSd() * belief.model().driftSd();
        for (int unit = 0; unit < units.length; unit++) {
            if (log.changed(trial, unit)) {
                carry(unit, log.direction(trial, unit), log.step(trial, unit), log.factor(trial, unit));
                double[] givenUp = log.givenUp(trial, unit);
                if (givenUp.length > 0) {
                    carry(unit, givenUp, 0, 1);
                }
            }
            if (drift > 0) {
                units[unit].drift(drift, squaredNorms);
                companion.drift(unit, drift);
            }
        }
    }

    private void carry(int unit, double[] direction, double step, double factor) {
        units[unit].carry(direction, step, factor);
        companion.carry(unit, units[unit], direction, factor);
    }

    /** Works out the next so many candidates from the belief. */
    private void recompute(int count) {
        for (int i = 0; i < count; i++) {
            for (int unit = 0; unit < units.length; unit++) {
                double[] product = units[unit].recompute(belief.posterior(unit), next);
                companion.recomputed(unit, next, product);
            }
            next = (next + 1) % rows.count();
        }
    }
}
