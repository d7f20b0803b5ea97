package io.stimloop.inference.map;

import io.stimloop.inference.belief.Truth;
import io.stimloop.inference.response.CountNoise;
import io.stimloop.numerics.kernel.Kernels;
import io.stimloop.numerics.linear.LowerTriangle;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;

/** A cell whose rate map is known. */
final class MapTruth implements Truth {
    /** Share of the prior variance that is added so that values given close together have a smooth map. */
    private static final double JITTER = 1e-9;

    private final MapModel model;
    private final MapFunction f;
    private final CountNoise noise;

    private MapTruth(MapModel model, MapFunction f, int dispersion) {
        this.model = model;
        this.f = f;
        this.noise = new CountNoise(model.dispersions()[dispersion]);
    }

    /** One drawn from the prior: kernel, dispersion and map. */
    static MapTruth draw(MapModel model, UniformRandomProvider random) {
        int dispersion = pick(model.dispersionProbabilities(), random.nextDouble());
        int kernel = model.averaged() ? pick(model.kernelProbabilities(), random.nextDouble()) : 0;
        return new MapTruth(model, PriorDraw.of(model, model.kernels().get(kernel), random), dispersion);
    }

    private static int pick(double[] probabilities, double uniform) {
        double left = uniform;
        for (int i = 0; i < probabilities.length - 1; i++) {
            left -= probabilities[i];
            if (left < 0) {
                return i;
            }
        }
        return probabilities.length - 1;
    }

    /** The posterior mean map given f at the reported stimuli, without noise. */
    static MapTruth through(MapModel model, Map<String, Double> parameters) {
        List<String> names = ReportedStimuli.names(model);
        for (String name : parameters.keySet()) {
            if (!names.contains(name)) {
                throw new IllegalArgumentException(name + ": is no parameter; known are " + names);
            }
        }
        double[] given = names.stream().mapToDouble(name -> {
            Double value = parameters.get(name);
            if (value == null) {
                throw new IllegalArgumentException(name + ": is missing");
            }
            return value;
        }).toArray();
        return new MapTruth(model, interpolation(model, given), 0);
    }

    private static MapFunction interpolation(MapModel model, double[] given) {
        Covariance covariance = model.covariance(model.kernels().getFirst());
        Places places = Places.of(model.geometry(), ReportedStimuli.of(model));
        int n = given.length;
        double[] point = new double[model.geometry().coordinates()];
        LowerTriangle factor = new LowerTriangle();
        factor.ensure(n);
        for (int i = 0; i < n; i++) {
            places.coordinates(i, point);
            covariance.row(places, point, i + 1, factor.row(i), new double[n]);
            factor.row(i)[i] += JITTER * covariance.kernel().totalVariance();
        }
        double[] weights = Arrays.stream(given).map(value -> value - covariance.kernel().mean()).toArray();
        if (!factor.factor(n)) {
            throw new IllegalArgumentException("the prior of the map is singular at the reported stimuli");
        }
        factor.solve(weights, n);
        factor.solveTransposed(weights, n);
        return stimulus -> {
            double[] row = new double[n];
            model.geometry().locate(stimulus, point);
            covariance.row(places, point, n, row, new double[n]);
            return covariance.kernel().mean() + Kernels.ARRAYS.dot(row, weights, n);
        };
    }

    @Override
    public double[] parameters(int unit) {
        return Arrays.stream(ReportedStimuli.of(model)).mapToDouble(f::at).toArray();
    }

    @Override
    public double expected(int unit, double[] stimulus) {
        return model.link().rate(f.at(stimulus));
    }

    @Override
    public void respond(double[] stimulus, UniformRandomProvider random, double[] response) {
        response[0] = noise.draw(expected(0, stimulus), random);
    }
}
