package io.stimloop.inference.map;

import java.util.ArrayList;
import java.util.List;

/** All kernels and dispersions that a belief carries along, with the weights that the evidence gives them. */
final class Hypotheses {
    /** Lighter ones do not count in predictions. */
    private static final double NEGLIGIBLE = 1e-6;

    private final MapModel model;
    private final List<Hypothesis> all;
    private final double[] weights;

    /** Those of the model, before the first trial. */
    Hypotheses(MapModel model) {
        this(model, model.averaged() ? every(model) : List.of(single(model)));
        weigh(new Observations(model));
    }

    private Hypotheses(MapModel model, List<Hypothesis> all) {
        this.model = model;
        this.all = new ArrayList<>(all);
        this.weights = new double[all.size()];
    }

    Hypotheses(Hypotheses other) {
        this(other.model, other.all.stream().map(Hypothesis::copy).toList());
        System.arraycopy(other.weights, 0, weights, 0, weights.length);
    }

    private static Hypothesis single(MapModel model) {
        int likeliest = 0;
        for (int d = 1; d < model.dispersions().length; d++) {
            likeliest = model.dispersionProbabilities()[d] > model.dispersionProbabilities()[likeliest]
                    ? d
                    : likeliest;
        }
        return of(model, model.kernels().getFirst(), likeliest, 0);
    }

    private static List<Hypothesis> every(MapModel model) {
        List<Hypothesis> every = new ArrayList<>();
        for (int k = 0; k < model.kernels().size(); k++) {
            for (int d = 0; d < model.dispersions().length; d++) {
                double prior = model.kernelProbabilities()[k] * model.dispersionProbabilities()[d];
                every.add(of(model, model.kernels().get(k), d, StrictMath.log(prior)));
            }
        }
        return every;
    }

    static Hypothesis of(MapModel model, MapKernel kernel, int dispersion, double logPrior) {
        return new Hypothesis(new LaplaceFit(model.covariance(kernel), model.likelihood(dispersion)),
                dispersion, logPrior);
    }

    /** Fits all to what was seen. */
    void update(Observations seen) {
        for (Hypothesis one : all) {
            one.fit().update(seen);
            one.fit().match(seen);
        }
        weigh(seen);
    }

    /** Puts another in the place of the one; for models that are not averaged. */
    void replace(Hypothesis other) {
        all.set(0, other);
    }

    void weigh(Observations seen) {
        double greatest = Double.NEGATIVE_INFINITY;
        for (int h = 0; h < weights.length; h++) {
            weights[h] = all.get(h).logWeight(seen);
            greatest = Math.max(greatest, weights[h]);
        }
        double total = 0;
        for (int h = 0; h < weights.length; h++) {
            weights[h] = StrictMath.exp(weights[h] - greatest);
            total += weights[h];
        }
        for (int h = 0; h < weights.length; h++) {
            weights[h] /= total;
        }
    }

    int size() {
        return weights.length;
    }

    Hypothesis get(int h) {
        return all.get(h);
    }

    /** 0 for one that does not count. */
    double weight(int h) {
        return weights[h] < NEGLIGIBLE ? 0 : weights[h];
    }

    /** The one with the greatest weight, the first of equals. */
    Hypothesis likeliest() {
        int best = 0;
        for (int h = 1; h < weights.length; h++) {
            best = weights[h] > weights[best] ? h : best;
        }
        return all.get(best);
    }

    /** Minus what was learned about f, averaged, plus the entropy of the weights, in nats. */
    double entropyNats() {
        double entropy = 0;
        for (int h = 0; h < weights.length; h++) {
            entropy += weights[h] * all.get(h).fit().entropyNats();
            entropy -= weights[h] > 0 ? weights[h] * StrictMath.log(weights[h]) : 0;
        }
        return entropy;
    }
}
