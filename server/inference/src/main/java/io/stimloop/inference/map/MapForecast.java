package io.stimloop.inference.map;

import io.stimloop.inference.belief.ResponseForecast;
import io.stimloop.inference.response.CountNoise;

/** The predictive distribution of the count at one stimulus: a mixture over f, by the trapezoid rule. */
final class MapForecast implements ResponseForecast {
    private static final int HALF_NODES = 16;
    private static final double STEP_SD = 0.35;
    /** Rates beyond it are no rates; it bounds the work. */
    private static final double LARGEST_RATE = 1e7;

    private final double[] weights;
    private final double[] rates;
    private final CountNoise[] noises;

    MapForecast(MapModel model, Hypotheses hypotheses, Observations seen, double[] point) {
        int nodes = 2 * HALF_NODES + 1;
        weights = new double[hypotheses.size() * nodes];
        rates = new double[weights.length];
        noises = new CountNoise[hypotheses.size()];
        double[] moments = new double[2];
        double total = 0;
        for (int h = 0; h < hypotheses.size(); h++) {
            Hypothesis hypothesis = hypotheses.get(h);
            noises[h] = new CountNoise(hypothesis.fit().likelihood().dispersion());
            if (hypotheses.weight(h) > 0) {
                hypothesis.fit().predict(seen, point, moments);
            }
            for (int k = 0; k < nodes; k++) {
                double z = (k - HALF_NODES) * STEP_SD;
                weights[h * nodes + k] = hypotheses.weight(h) * StrictMath.exp(-0.5 * z * z);
                rates[h * nodes + k] = Math.clamp(model.link().rate(moments[0] + z * Math.sqrt(moments[1])),
                        Double.MIN_NORMAL, LARGEST_RATE);
                total += weights[h * nodes + k];
            }
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= total;
        }
    }

    @Override
    public double midProbability(int unit, double response) {
        int count = (int) response;
        double below = 0;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > 0) {
                CountNoise noise = noises[i / (2 * HALF_NODES + 1)];
                double atLeast = StrictMath.exp(noise.logTail(count, rates[i]));
                double equal = StrictMath.exp(noise.logProbability(count, rates[i]));
                below += weights[i] * (1 - atLeast + equal / 2);
            }
        }
        return Math.clamp(below, 0, 1);
    }

    @Override
    public double probability(int unit, double response) {
        double probability = 0;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > 0) {
                CountNoise noise = noises[i / (2 * HALF_NODES + 1)];
                probability += weights[i] * StrictMath.exp(noise.logProbability((int) response, rates[i]));
            }
        }
        return probability;
    }
}
