package io.stimloop.planning.lookahead;

import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.Prediction;
import io.stimloop.inference.belief.ResponseForecast;
import io.stimloop.numerics.random.Streams;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Counts of several units, or of one whose predictions do not tell probabilities: samples in which every stratum of
 * equal probability of every unit comes once, combined at random (Latin hypercube sampling: McKay, Beckman and Conover
 * 1979, Technometrics 21). The combinations are drawn once, so that all stimuli are compared at the same ranks: common
 * random numbers. Units are taken as independent given the stimulus.
 */
final class ForecastStrata implements Branching {
    private static final long PURPOSE = 0x6c6f6f6b6168656aL;
    private static final double MOST_COUNT = 1 << 20;

    /** By sample and unit, between 0 and 1. */
    private final double[][] ranks;

    /**
     * @param samples how many, from 1
     * @param seed    of the combinations
     */
    ForecastStrata(int units, int samples, long seed) {
        ranks = new double[samples][units];
        for (int unit = 0; unit < units; unit++) {
            UniformRandomProvider random = Streams.of(seed, unit, PURPOSE);
            for (int i = 0; i < samples; i++) {
                int j = random.nextInt(i + 1);
                ranks[i][unit] = ranks[j][unit];
                ranks[j][unit] = (i + 0.5) / samples;
            }
        }
    }

    @Override
    public void fill(Prediction prediction, Belief belief, double[] stimulus, Branches out) {
        ResponseForecast forecast = belief.forecast(stimulus);
        out.clear();
        for (double[] rank : ranks) {
            double[] response = out.add(1);
            for (int unit = 0; unit < Math.min(response.length, belief.units()); unit++) {
                response[unit] = belief.includes(unit) ? quantile(forecast, unit, rank[unit]) : 0;
            }
        }
        out.normalise();
    }

    /** The least count whose distribution function reaches a rank. */
    private static double quantile(ResponseForecast forecast, int unit, double rank) {
        double beyond = 1;
        while (beyond < MOST_COUNT && atMost(forecast, unit, beyond) < rank) {
            beyond *= 2;
        }
        double below = beyond == 1 ? -1 : beyond / 2;
        while (beyond - below > 1) {
            double middle = StrictMath.floor((below + beyond) / 2);
            if (atMost(forecast, unit, middle) < rank) {
                below = middle;
            } else {
                beyond = middle;
            }
        }
        return beyond;
    }

    private static double atMost(ResponseForecast forecast, int unit, double count) {
        return forecast.midProbability(unit, count) + forecast.probability(unit, count) / 2;
    }

    @Override
    public int most() {
        return ranks.length;
    }

    @Override
    public boolean exact() {
        return false;
    }
}
