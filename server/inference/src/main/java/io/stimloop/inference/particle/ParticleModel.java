package io.stimloop.inference.particle;

import io.stimloop.inference.points.ParameterScale;
import io.stimloop.inference.points.Place;
import io.stimloop.inference.points.PointModel;
import io.stimloop.inference.points.WeightedPoints;
import io.stimloop.inference.response.Density;
import io.stimloop.numerics.random.Streams;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * What particles are about: a model, the prior of its parameters, and how they are followed. Immutable.
 *
 * @param model    evaluated at the particles
 * @param priors   one per parameter, independent; an immutable list. A parameter that wraps around is kept from 0 to below
 *                 its period
 * @param settings how they are followed
 * @param scale    of the parameters
 */
record ParticleModel(PointModel model, List<Density> priors, ParticleSettings settings,
        ParameterScale scale) {
    private static final long PRIOR_DRAWS = 1;
    private static final long SCALE_DRAWS = 2;
    private static final int DRAWS_FOR_SCALE = 4096;

    static ParticleModel of(PointModel model, List<Density> priors, ParticleSettings settings) {
        double[][] values = new double[priors.size()][DRAWS_FOR_SCALE];
        fill(priors, Streams.of(settings.seed(), 0, SCALE_DRAWS), values);
        double[] periods = priors.stream().mapToDouble(Density::period).toArray();
        return new ParticleModel(model, List.copyOf(priors), settings,
                ParameterScale.of(periods, new Draws(values)));
    }

    /** Number of parameters. */
    int parameters() {
        return priors.size();
    }

    /** Draws particles from the prior. */
    void fillFromPrior(double[][] values) {
        fill(priors, Streams.of(settings.seed(), 0, PRIOR_DRAWS), values);
    }

    /** A draw of all parameters from the prior. */
    double[] drawFromPrior(UniformRandomProvider random) {
        double[][] values = new double[parameters()][1];
        fill(priors, random, values);
        return Arrays.stream(values).mapToDouble(value -> value[0]).toArray();
    }

    private static void fill(List<Density> priors, UniformRandomProvider random, double[][] values) {
        for (int p = 0; p < values.length; p++) {
            for (int k = 0; k < values[p].length; k++) {
                values[p][k] = within(priors.get(p), priors.get(p).sample(random));
            }
        }
    }

    /**
     * Brings a value back that a step has led out of its range: of a parameter that wraps around by whole turns, of any
     * other by one reflection at the end that it passed, so that the way back is as likely as the way there. A value
     * that is still outside has no density.
     */
    static double within(Density prior, double value) {
        double period = prior.period();
        if (!Double.isNaN(period)) {
            double moved = value - period * Math.floor(value / period);
            return moved < period ? moved : 0;
        }
        if (value < prior.lower()) {
            return 2 * prior.lower() - value;
        }
        return value > prior.upper() ? 2 * prior.upper() - value : value;
    }

    /** Whether a parameter is not known beforehand. */
    boolean unknown(int p) {
        return scale.priorVariances()[p] > 0;
    }

    /** Adds the log prior density of each of the first n particles. */
    void addLogPrior(double[][] values, int n, double[] out) {
        for (int p = 0; p < values.length; p++) {
            if (unknown(p)) {
                Density prior = priors.get(p);
                for (int k = 0; k < n; k++) {
                    out[k] += prior.logDensity(values[p][k]);
                }
            }
        }
    }

    /** Draws of equal weight. */
    private record Draws(double[][] parameters) implements WeightedPoints {
        @Override
        public int size() {
            return DRAWS_FOR_SCALE;
        }

        @Override
        public double[] weights() {
            double[] weights = new double[DRAWS_FOR_SCALE];
            Arrays.fill(weights, 1.0 / DRAWS_FOR_SCALE);
            return weights;
        }

        @Override
        public Place place() {
            return new Place();
        }
    }
}
