package io.stimloop.inference.optogenetic;

import io.stimloop.inference.belief.ParameterSummary;
import io.stimloop.numerics.special.NormalDistribution;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * The belief about one weight: 0, or normal. The spike-and-slab prior times the evidence
 * {@code exp(-precision w^2 / 2 + shift w)}. Set anew for each weight; not thread safe.
 */
final class WeightBelief {
    /** Rounding makes a precision that is 0 at most this much less, relative to the prior's. */
    private static final double ROUNDING = 1e-9;
    private static final int BISECTIONS = 100;
    private static final double FAR = 10;

    private final Slab slab;
    private double precision;
    private double shift;
    private boolean improper;
    private double connected;
    private double slabMean;
    private double slabVariance;

    WeightBelief(Slab slab) {
        this.slab = slab;
    }

    /**
     * Takes up evidence.
     *
     * @param evidence its precision, taken as 0 where it is below, and then {@link #improper} says so
     */
    WeightBelief set(double evidence, double evidenceShift) {
        improper = evidence < -ROUNDING / slab.variance();
        precision = Math.max(0, evidence);
        shift = evidenceShift;
        connected = slab.connected(precision, shift);
        slabMean = slab.slabMean(precision, shift);
        slabVariance = slab.slabVariance(precision);
        return this;
    }

    /** Whether the evidence by itself is no density: what the other factors say cannot be told from the site. */
    boolean improper() {
        return improper;
    }

    /** Of the evidence. */
    double precision() {
        return precision;
    }

    /** Of the evidence. */
    double shift() {
        return shift;
    }

    /** Probability that the weight is not 0. */
    double connected() {
        return connected;
    }

    double mean() {
        return connected * slabMean;
    }

    double variance() {
        return connected * (slabVariance + (1 - connected) * slabMean * slabMean);
    }

    /** Covariance of whether the weight is not 0 with the weight. */
    double connectedCovariance() {
        return connected * (1 - connected) * slabMean;
    }

    /** The least weight with at least so much probability at or below it. */
    double quantile(double probability) {
        double below = connected * slabBelow(0);
        if (probability > below && probability <= below + 1 - connected) {
            return 0;
        }
        double reach = FAR * Math.sqrt(slabVariance);
        double low = Math.min(0, slabMean - reach);
        double high = Math.max(0, slabMean + reach);
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = 0.5 * (low + high);
            boolean enough = connected * slabBelow(middle) + (middle >= 0 ? 1 - connected : 0) >= probability;
            low = enough ? low : middle;
            high = enough ? middle : high;
        }
        return high;
    }

    private double slabBelow(double weight) {
        return NormalDistribution.cdf((weight - slabMean) / Math.sqrt(slabVariance));
    }

    ParameterSummary summary(String name) {
        return new ParameterSummary(name, mean(), Math.sqrt(variance()),
                Arrays.stream(ParameterSummary.probabilities()).map(this::quantile).toArray());
    }

    /** Of whether the weight is not 0: 1 or 0, its mean the probability. */
    ParameterSummary connection(String name) {
        return new ParameterSummary(name, connected, Math.sqrt(connected * (1 - connected)),
                Arrays.stream(ParameterSummary.probabilities()).map(p -> p > 1 - connected ? 1 : 0)
                        .toArray());
    }

    double draw(UniformRandomProvider random) {
        double z = ZigguratSampler.NormalizedGaussian.of(random).sample();
        return random.nextDouble() < connected ? slabMean + Math.sqrt(slabVariance) * z : 0;
    }
}
