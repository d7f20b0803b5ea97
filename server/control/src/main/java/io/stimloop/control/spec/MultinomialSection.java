package io.stimloop.control.spec;

import io.stimloop.inference.belief.BeliefSource;
import io.stimloop.inference.multinomial.Lapse;
import io.stimloop.inference.multinomial.Multinomial;
import io.stimloop.inference.multinomial.MultinomialSource;
import io.stimloop.inference.particle.ParticleSource;
import io.stimloop.inference.response.Densities;
import io.stimloop.v1.BeliefForm;
import io.stimloop.v1.LapseRate;
import java.util.List;
import java.util.Optional;

/** A choice among alternatives, with lapses. */
final class MultinomialSection {
    private static final int MOST_ALTERNATIVES = 10;
    private static final Bounds RATE = new Bounds(0, 1 - 1e-6);
    private static final Bounds SHAPES = new Bounds(Densities.LEAST_SHAPE, 1e6);
    /** Weights beyond make every choice certain. */
    private static final Bounds SD = new Bounds(1e-6, 1e6);

    private MultinomialSection() {}

    /** Reads a model over the stimulus dimensions of the context. */
    static ModelDraft read(io.stimloop.v1.Multinomial sent, ModelContext context, Faults at) {
        int dimensions = context.dimensions().size();
        long alternatives = Integer.toUnsignedLong(sent.getAlternatives());
        at.field("alternatives").require(alternatives >= 2 && alternatives <= MOST_ALTERNATIVES,
                Wording.number(alternatives) + " must be from 2 to " + MOST_ALTERNATIVES);
        SD.check(sent.getWeightSd(), at.field("weightSd"));
        Lapse lapse = lapse(sent.getLapse(), at.field("lapse"));
        at.require(!context.stimulus().vector(), "needs stimulus.dimensions, not stimulus.vector");
        if (!at.clean() || dimensions == 0) {
            return new ModelDraft(List.of(), Optional.empty());
        }
        Multinomial model = new Multinomial((int) alternatives, dimensions, sent.getWeightSd(), lapse);
        return new ModelDraft(model.parameterNames(),
                source(model, context.spec().getBelief(), context.spec().getSeed(), at));
    }

    private static Lapse lapse(LapseRate sent, Faults at) {
        return switch (sent.getKindCase()) {
            case KIND_NOT_SET -> new Lapse.Known(0);
            case KNOWN ->
                new Lapse.Known(RATE.check(sent.getKnown(), at.field("known")) ? sent.getKnown() : 0);
            case PRIOR -> {
                SHAPES.check(sent.getPrior().getA(), at.field("prior").field("a"));
                SHAPES.check(sent.getPrior().getB(), at.field("prior").field("b"));
                yield new Lapse.Unknown(sent.getPrior().getA(), sent.getPrior().getB());
            }
        };
    }

    private static Optional<BeliefSource> source(Multinomial model, BeliefForm form, long seed, Faults at) {
        return switch (form.getKindCase()) {
            case GAUSSIAN, KIND_NOT_SET -> {
                GaussianSection.checkFull(form, at);
                yield Optional.of(new MultinomialSource(model));
            }
            case PARTICLES -> PointBeliefSection.settings(form.getParticles(), seed, at)
                    .map(settings -> new ParticleSource(model, model.priors(), settings));
            case GRID -> {
                at.add("has too many weights for a grid: say belief: {gaussian: {}} or {particles: {}}");
                yield Optional.empty();
            }
        };
    }
}
