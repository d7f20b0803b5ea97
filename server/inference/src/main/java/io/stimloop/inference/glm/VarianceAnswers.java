package io.stimloop.inference.glm;

import io.stimloop.inference.belief.Prediction;
import io.stimloop.inference.belief.ResponsePredictor.View;
import io.stimloop.inference.response.Link;
import io.stimloop.numerics.kernel.Elementary;

/**
 * By how much a count is expected to lower the posterior variance of quantities. A count at x shrinks the variance of
 * any linear function of the weights by {@code c^2 h}, c its covariance with eta at x and
 * {@code h = E[J / (1 + v J)]}. For single weights that is all, in units of the prior variance. For the expected
 * count at a test stimulus, {@code link(eta)} with {@code eta ~ N(m, v)}, the decrease is
 * {@code exp(2 m + v) (exp(c^2 h) - 1)} under the exponential link, exact where the variance of eta is known to shrink
 * by {@code c^2 h}, and {@code link'(m)^2 c^2 h} (the delta method) under the soft-rectified.
 */
final class VarianceAnswers implements GlmPredictor.Answers {
    private static final double SMALL = 1e-3;
    private static final double FARTHEST = 300;

    private final GlmMoments moments;
    private final ChosenQuantities chosen;
    private final UnitProducts[] products;
    private final GlmMoments tests;
    /** By neuron, then by function: what {@code c^2 h}, or its exponential less 1, counts. */
    private final double[][] scales;

    VarianceAnswers(GlmMoments moments, ChosenQuantities chosen) {
        this(moments, chosen, new GlmMoments(moments.belief(), chosen.testRows(moments.rows())));
    }

    private VarianceAnswers(GlmMoments moments, ChosenQuantities chosen, GlmMoments tests) {
        this.moments = moments;
        this.chosen = chosen;
        this.tests = tests;
        GlmModel model = moments.belief().model();
        this.products = new UnitProducts[model.units()];
        this.scales = new double[model.units()][];
        for (int unit = 0; unit < products.length; unit++) {
            products[unit] = new UnitProducts(model, moments.rows(), chosen.weights(), chosen.testStimuli());
            scales[unit] = chosen.factors(unit).clone();
        }
        moments.accompany(new ProductsCompanion(products));
    }

    @Override
    public void refresh() {
        tests.refresh();
        for (int unit = 0; unit < products.length; unit++) {
            products[unit].refreshTail(moments.belief().posterior(unit).covariance(),
                    moments.belief().tail(unit), moments.unit(unit));
            double[] factors = chosen.factors(unit);
            for (int k = chosen.weights().length; k < factors.length; k++) {
                scales[unit][k] = factors[k] * steepness(unit, k - chosen.weights().length);
            }
        }
    }

    /** Of the expected count at a test stimulus. */
    private double steepness(int unit, int test) {
        double m = tests.unit(unit).mean(test);
        if (exponential()) {
            return Elementary.exp(Math.min(FARTHEST, 2 * m + tests.unit(unit).variance(test)));
        }
        double slope = moments.belief().model().link().slope(m);
        return slope * slope;
    }

    private boolean exponential() {
        return moments.belief().model().link() == Link.EXPONENTIAL;
    }

    @Override
    public View newView(NormalExpectations expectations) {
        return new VarianceView(expectations);
    }

    @Override
    public GlmPredictor.Answers over(GlmMoments other) {
        VarianceAnswers answers = new VarianceAnswers(other, chosen, tests.over(other.belief()));
        for (int unit = 0; unit < products.length; unit++) {
            answers.products[unit].copyFrom(products[unit]);
        }
        return answers;
    }

    @Override
    public long bytes() {
        return products.length * products[0].bytes()
                + GlmMoments.bytes(moments.belief().model(), chosen.testStimuli().length);
    }

    private final class VarianceView implements View, Prediction {
        private final NormalExpectations expectations;
        private int candidate;

        VarianceView(NormalExpectations expectations) {
            this.expectations = expectations;
        }

        @Override
        public Prediction predict(int index) {
            candidate = index;
            return this;
        }

        @Override
        public int units() {
            return products.length;
        }

        @Override
        public double varianceReduction() {
            double sum = 0;
            for (int unit = 0; unit < products.length; unit++) {
                if (moments.belief().includes(unit)) {
                    UnitMoments at = moments.unit(unit);
                    sum += reduction(unit,
                            expectations.shrinkage(at.mean(candidate), at.variance(candidate)));
                }
            }
            return sum;
        }

        private double reduction(int unit, double shrinkage) {
            int singles = chosen.weights().length;
            double sum = 0;
            for (int k = 0; k < scales[unit].length; k++) {
                double c = products[unit].covariance(candidate, k);
                double shrunk = c * c * shrinkage;
                sum += scales[unit][k] * (k >= singles && exponential() ? lessOne(shrunk) : shrunk);
            }
            return sum;
        }

        /** {@code exp(x) - 1} for x from 0. */
        private static double lessOne(double x) {
            return x < SMALL
                    ? x * (1 + x * (0.5 + x * (1 / 6.0 + x / 24)))
                    : Elementary.exp(Math.min(x, FARTHEST)) - 1;
        }
    }
}
