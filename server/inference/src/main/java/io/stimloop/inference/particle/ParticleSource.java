package io.stimloop.inference.particle;

import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.BeliefSource;
import io.stimloop.inference.belief.BeliefState;
import io.stimloop.inference.belief.Question;
import io.stimloop.inference.belief.Responses;
import io.stimloop.inference.belief.Truth;
import io.stimloop.inference.points.PointModel;
import io.stimloop.inference.points.PointPredictors;
import io.stimloop.inference.points.PointTruth;
import io.stimloop.inference.response.Density;
import java.util.List;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;

/** Particle beliefs about any model that can be evaluated at points. */
public final class ParticleSource implements BeliefSource {
    private static final int SEARCH_VIEWS = 2;
    private static final int BELIEFS = 2;

    private final ParticleModel model;

    /**
     * For a model and a prior.
     *
     * @param priors   one per parameter of the model, independent; a parameter that wraps around is reported from 0 to
     *                 below its period
     * @param settings how the posterior is followed
     * @throws IllegalArgumentException when the number of priors is not that of the parameters
     */
    public ParticleSource(PointModel model, List<Density> priors, ParticleSettings settings) {
        if (priors.size() != model.parameterNames().size()) {
            throw new IllegalArgumentException("priors: are " + priors.size() + ", parameters "
                    + model.parameterNames().size());
        }
        this.model = ParticleModel.of(model, priors, settings);
    }

    @Override
    public Responses responses() {
        return switch (model.model().family()) {
            case COUNT -> Responses.counts(1);
            case BINARY -> Responses.choice(2);
            case CHOICE -> Responses.choice(model.model().columns());
            case NORMAL, LOG_NORMAL -> Responses.values(1);
        };
    }

    @Override
    public List<String> parameterNames() {
        return model.model().parameterNames();
    }

    @Override
    public boolean answers(Question question) {
        return PointPredictors.answers(model.model(), question);
    }

    @Override
    public boolean drawsCurves(int stimuli) {
        return true;
    }

    @Override
    public boolean predictsAnywhere(Question question) {
        return answers(question);
    }

    @Override
    public long bytesAnywhere(Question question) {
        return PointPredictors.bytesAnywhere(model.model(), model.scale(), model.settings().count(),
                question);
    }

    @Override
    public long bytesNeeded(int candidates, Question question) {
        int size = model.settings().count();
        return BELIEFS * ParticleBelief.bytes(model)
                + PointPredictors.bytes(model.model(), model.scale(), size, candidates, question)
                + SEARCH_VIEWS * PointPredictors.viewBytes(model.model(), model.scale(), size, candidates,
                        question);
    }

    @Override
    public ParticleBelief create() {
        return new ParticleBelief(model);
    }

    @Override
    public Belief restore(BeliefState state) {
        return ParticleState.restore(model, state);
    }

    @Override
    public Truth drawTruth(UniformRandomProvider random) {
        return new PointTruth(model.model(), model.drawFromPrior(random));
    }

    /** With known parameters; those that the model takes as known may differ from what it takes them for. */
    @Override
    public Truth truth(Map<String, Double> parameters) {
        double[] values = PointTruth.inOrder(parameterNames(), parameters);
        for (int p = 0; p < values.length; p++) {
            Density prior = model.priors().get(p);
            if (model.unknown(p) && (values[p] < prior.lower() || values[p] > prior.upper())) {
                throw new IllegalArgumentException(parameterNames().get(p) + ": " + values[p]
                        + " must be from " + prior.lower() + " to " + prior.upper());
            }
        }
        return new PointTruth(model.model(), values);
    }
}
