package io.stimloop.inference.multinomial;

import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.BeliefSource;
import io.stimloop.inference.belief.BeliefState;
import io.stimloop.inference.belief.Question;
import io.stimloop.inference.belief.Responses;
import io.stimloop.inference.belief.Truth;
import io.stimloop.inference.points.ParameterScale;
import io.stimloop.inference.points.PointPredictors;
import io.stimloop.inference.points.PointTruth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;

/** Normal beliefs about a multinomial logistic model with lapses. */
public final class MultinomialSource implements BeliefSource {
    private static final int SEARCH_VIEWS = 2;
    private static final int BELIEFS = 2;

    private final Multinomial model;
    private final ParameterScale scale;
    private final NormalPoints standard;

    /** Of a model with its prior. */
    public MultinomialSource(Multinomial model) {
        this.model = model;
        this.scale = scale(model);
        this.standard = new NormalPoints(model.unknown());
    }

    private static ParameterScale scale(Multinomial model) {
        double[] periods = new double[model.weights() + 1];
        double[] variances = new double[model.weights() + 1];
        Arrays.fill(periods, Double.NaN);
        Arrays.fill(variances, 0, model.weights(), model.weightSd() * model.weightSd());
        if (model.lapse() instanceof Lapse.Unknown prior) {
            double sum = prior.a() + prior.b();
            variances[model.weights()] = prior.a() * prior.b() / (sum * sum * (sum + 1));
        }
        return new ParameterScale(periods, variances);
    }

    @Override
    public Responses responses() {
        return Responses.choice(model.alternatives());
    }

    @Override
    public List<String> parameterNames() {
        return model.parameterNames();
    }

    @Override
    public boolean answers(Question question) {
        return PointPredictors.answers(model, question);
    }

    @Override
    public boolean predictsAnywhere(Question question) {
        return answers(question);
    }

    @Override
    public long bytesAnywhere(Question question) {
        return PointPredictors.bytesAnywhere(model, scale, NormalPoints.COUNT, question);
    }

    @Override
    public long bytesNeeded(int candidates, Question question) {
        int size = NormalPoints.COUNT;
        return NormalPoints.bytes(model.unknown()) + BELIEFS * MultinomialBelief.bytes(model)
                + PointPredictors.bytes(model, scale, size, candidates, question)
                + SEARCH_VIEWS * PointPredictors.viewBytes(model, scale, size, candidates, question);
    }

    @Override
    public Belief create() {
        return new MultinomialBelief(model, scale, standard);
    }

    @Override
    public Belief restore(BeliefState state) {
        return MultinomialBelief.restored(model, scale, standard, state);
    }

    @Override
    public Truth drawTruth(UniformRandomProvider random) {
        return new PointTruth(model,
                model.priors().stream().mapToDouble(prior -> prior.sample(random)).toArray());
    }

    /** With known parameters; a lapse rate that the model takes as known may differ from what it takes it for. */
    @Override
    public Truth truth(Map<String, Double> parameters) {
        double[] values = PointTruth.inOrder(parameterNames(), parameters);
        double rate = values[model.weights()];
        if (!(rate >= 0) || rate > 1) {
            throw new IllegalArgumentException("lapse: " + rate + " must be from 0 to 1");
        }
        return new PointTruth(model, values);
    }
}
