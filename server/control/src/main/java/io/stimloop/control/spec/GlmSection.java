package io.stimloop.control.spec;

import io.stimloop.inference.glm.FilterPrior;
import io.stimloop.inference.glm.GlmModel;
import io.stimloop.inference.glm.GlmSource;
import io.stimloop.inference.response.Link;
import io.stimloop.v1.CountHistory;
import io.stimloop.v1.Glm;
import java.util.List;
import java.util.Optional;

/** A generalised linear model over a stimulus of many numbers. */
final class GlmSection {
    private static final int MOST_LAGS = 20;
    /** Weights that differ by more than this many from their prior make no expected count that could be observed. */
    private static final Bounds SD = new Bounds(1e-6, 1e3);
    private static final Bounds DRIFT = new Bounds(0, 1e3);

    private GlmSection() {}

    /** Reads a model over the stimulus of the context. */
    static ModelDraft read(Glm glm, ModelContext context, Faults at) {
        int size = context.dimensions().size();
        at.require(size == 0 || context.stimulus().vector(),
                "needs a stimulus of many numbers: give stimulus.vector");
        Optional<Link> link = link(glm, at.field("link"));
        Optional<FilterPrior> filter = FilterPriorSection.read(glm.getFilter(), size, at.field("filter"));
        GlmModel.Bias bias = bias(glm, at.field("bias"));
        GlmModel.Lags history = glm.hasHistory()
                ? lags(glm.getHistory(), at.field("history"))
                : GlmModel.Lags.NONE;
        GlmModel.Lags coupling = coupling(glm, context.units(), at.field("coupling"));
        DRIFT.check(glm.getDriftSd(), at.field("driftSd"));
        if (!at.clean() || link.isEmpty() || filter.isEmpty() || context.units() == 0) {
            return new ModelDraft(List.of(), Optional.empty());
        }
        GlmModel model = new GlmModel(link.get(), context.units(), filter.get(), bias, history, coupling,
                glm.getDriftSd());
        int rank = GaussianSection.readRank(context.spec().getBelief(), model.size(),
                filter.get() instanceof FilterPrior.Independent, at);
        return new ModelDraft(model.parameterNames(), Optional.of(new GlmSource(model, rank)));
    }

    private static Optional<Link> link(Glm glm, Faults at) {
        at.require(glm.getLinkValue() != 0, "is missing: use " + Enums.names(glm.getLink()));
        return Enums.read(glm.getLink(), glm.getLinkValue(), at).map(known -> Link.valueOf(known.name()));
    }

    private static GlmModel.Bias bias(Glm glm, Faults at) {
        if (!glm.hasBias()) {
            return GlmModel.Bias.NONE;
        }
        Bounds.ANY.check(glm.getBias().getMean(), at.field("mean"));
        SD.check(glm.getBias().getSd(), at.field("sd"));
        return new GlmModel.Bias(true, glm.getBias().getMean(), glm.getBias().getSd());
    }

    private static GlmModel.Lags coupling(Glm glm, int units, Faults at) {
        if (!glm.hasCoupling()) {
            return GlmModel.Lags.NONE;
        }
        at.require(units > 1, "needs other neurons, and there is one: leave it out");
        return lags(glm.getCoupling(), at);
    }

    private static GlmModel.Lags lags(CountHistory history, Faults at) {
        long lags = Integer.toUnsignedLong(history.getLags());
        at.field("lags").require(lags >= 1 && lags <= MOST_LAGS,
                Wording.number(lags) + " must be from 1 to " + MOST_LAGS);
        SD.check(history.getWeightSd(), at.field("weightSd"));
        return new GlmModel.Lags((int) Math.min(lags, MOST_LAGS), history.getWeightSd());
    }
}
