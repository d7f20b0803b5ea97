package io.stimloop.inference.glm;

import io.stimloop.inference.belief.ResponsePredictor.View;

/** By how much a count is expected to lower the posterior variance of quantities: {@link VarianceView}. */
final class VarianceAnswers implements GlmPredictor.Answers {
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
                scales[unit][k] = factors[k]
                        * VarianceView.steepness(tests, unit, k - chosen.weights().length);
            }
        }
    }

    @Override
    public View newView(NormalExpectations expectations) {
        return new VarianceView(moments,
                (unit, candidate, function) -> products[unit].covariance(candidate, function), scales,
                chosen.weights().length, expectations);
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
}
