package io.stimloop.control.spec;

import io.stimloop.inference.optogenetic.OpsinCurve;
import io.stimloop.inference.optogenetic.OptogeneticModel;
import io.stimloop.inference.optogenetic.OptogeneticSource;
import io.stimloop.inference.optogenetic.Slab;
import io.stimloop.inference.response.Link;
import io.stimloop.v1.NormalPrior;
import io.stimloop.v1.Optogenetic;
import java.util.List;
import java.util.Optional;

/** Which targets drive which neurons. */
final class OptogeneticSection {
    /** Means and sd beyond make no expected count that could be observed. */
    private static final Bounds MEAN = new Bounds(-1e3, 1e3);
    private static final Bounds SD = new Bounds(1e-6, 1e3);
    private static final Bounds PROBABILITY = new Bounds(1e-6, 1 - 1e-6);
    private static final Bounds EXPONENT = new Bounds(1e-3, 100);

    private OptogeneticSection() {}

    /** Reads a model over the targets of the context. */
    static ModelDraft read(Optogenetic model, ModelContext context, Faults at) {
        StimulusPlan stimulus = context.stimulus();
        at.require(context.dimensions().isEmpty() || stimulus.targets(),
                "needs a stimulus of light power per target: give stimulus.targets");
        GaussianSection.checkFull(context.spec().getBelief(), at);
        Optional<Link> link = link(model, at.field("link"));
        prior(model.hasBias(), model.getBias(), at.field("bias"));
        prior(model.hasWeight(), model.getWeight(), at.field("weight"));
        PROBABILITY.check(model.getConnected(), at.field("connected"));
        Bounds.POSITIVE.check(model.getHalfPower(), at.field("halfPower"));
        double exponent = model.hasExponent() ? model.getExponent() : 1;
        EXPONENT.check(exponent, at.field("exponent"));
        if (!at.clean() || link.isEmpty() || context.dimensions().isEmpty() || context.units() == 0) {
            return new ModelDraft(List.of(), Optional.empty());
        }
        OptogeneticModel read = new OptogeneticModel(link.get(), context.units(),
                context.dimensions().stream().map(StimulusDimension::name).toList(),
                new OpsinCurve(model.getHalfPower(), exponent),
                new OptogeneticModel.Bias(model.getBias().getMean(), model.getBias().getSd()),
                new Slab(model.getWeight().getMean(), model.getWeight().getSd(), model.getConnected()));
        return new ModelDraft(read.parameterNames(),
                Optional.of(new OptogeneticSource(read, stimulus.mostOn())));
    }

    private static Optional<Link> link(Optogenetic model, Faults at) {
        at.require(model.getLinkValue() != 0, "is missing: use " + Enums.names(model.getLink()));
        return Enums.read(model.getLink(), model.getLinkValue(), at).map(known -> Link.valueOf(known.name()));
    }

    private static void prior(boolean given, NormalPrior prior, Faults at) {
        if (at.require(given, "is missing: give {mean: ..., sd: ...}")) {
            MEAN.check(prior.getMean(), at.field("mean"));
            SD.check(prior.getSd(), at.field("sd"));
        }
    }
}
