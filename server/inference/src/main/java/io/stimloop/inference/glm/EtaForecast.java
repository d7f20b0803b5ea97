package io.stimloop.inference.glm;

import io.stimloop.inference.belief.ResponseForecast;
import io.stimloop.inference.response.CountNoise;
import io.stimloop.inference.response.Link;
import io.stimloop.numerics.special.NormalQuadrature;

/** Poisson counts whose eta is normal: probabilities by quadrature over eta. */
public final class EtaForecast implements ResponseForecast {
    private static final CountNoise POISSON = new CountNoise(0);
    /** A rate of 0 has no logarithm. */
    private static final double LEAST_RATE = 1e-300;
    /** Beyond any count that an outcome may have; what is above it makes no difference. */
    private static final double MOST_RATE = 1e9;

    private final Link link;
    private final double[] means;
    private final double[] variances;

    /**
     * Takes normal densities of eta.
     *
     * @param means     one per neuron; not to be modified
     * @param variances one per neuron, from 0; not to be modified
     */
    public EtaForecast(Link link, double[] means, double[] variances) {
        this.link = link;
        this.means = means;
        this.variances = variances;
    }

    @Override
    public double midProbability(int unit, double response) {
        int count = (int) response;
        double sum = 0;
        NormalQuadrature rule = NormalExpectations.rule(Math.sqrt(variances[unit]));
        for (int i = 0; i < rule.size(); i++) {
            double rate = rate(unit, rule.nodes()[i]);
            double from = StrictMath.exp(POISSON.logTail(count, rate));
            double above = StrictMath.exp(POISSON.logTail(count + 1, rate));
            sum += rule.weights()[i] * (1 - 0.5 * (from + above));
        }
        return Math.clamp(sum, 0, 1);
    }

    @Override
    public double probability(int unit, double response) {
        double sum = 0;
        NormalQuadrature rule = NormalExpectations.rule(Math.sqrt(variances[unit]));
        for (int i = 0; i < rule.size(); i++) {
            sum += rule.weights()[i]
                    * StrictMath.exp(POISSON.logProbability((int) response, rate(unit, rule.nodes()[i])));
        }
        return Math.min(1, sum);
    }

    private double rate(int unit, double z) {
        double rate = link.rate(means[unit] + Math.sqrt(variances[unit]) * z);
        return Math.clamp(rate, LEAST_RATE, MOST_RATE);
    }
}
