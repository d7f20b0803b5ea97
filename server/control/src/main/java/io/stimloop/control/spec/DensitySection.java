package io.stimloop.control.spec;

import io.stimloop.inference.response.Densities;
import io.stimloop.inference.response.Density;
import io.stimloop.v1.BetaPrior;
import io.stimloop.v1.GammaPrior;
import io.stimloop.v1.LogNormalPrior;
import io.stimloop.v1.LogUniformPrior;
import io.stimloop.v1.NormalPrior;
import io.stimloop.v1.PeriodicPrior;
import io.stimloop.v1.Prior;
import io.stimloop.v1.TruncatedPrior;
import io.stimloop.v1.UniformPrior;
import java.util.Optional;

/** The density of a parameter before the first trial. */
final class DensitySection {
    private static final Bounds SHAPES = new Bounds(Densities.LEAST_SHAPE, 1e6);
    private static final Bounds CONCENTRATIONS = new Bounds(0, 1e6);

    private DensitySection() {}

    /** The density; empty when a fault was reported. A flat prior is one: it has no density without values. */
    static Optional<Density> read(Prior prior, Faults at) {
        return switch (prior.getKindCase()) {
            case NORMAL -> normal(prior.getNormal(), at.field("normal"));
            case LOG_NORMAL -> logNormal(prior.getLogNormal(), at.field("logNormal"));
            case UNIFORM -> uniform(prior.getUniform(), at.field("uniform"));
            case LOG_UNIFORM -> logUniform(prior.getLogUniform(), at.field("logUniform"));
            case HALF_NORMAL -> halfNormal(prior.getHalfNormal().getSd(), at.field("halfNormal"));
            case GAMMA -> gamma(prior.getGamma(), at.field("gamma"));
            case BETA -> beta(prior.getBeta(), at.field("beta"));
            case TRUNCATED -> truncated(prior.getTruncated(), at.field("truncated"));
            case PERIODIC -> periodic(prior.getPeriodic(), at.field("periodic"));
            case FLAT, KIND_NOT_SET -> {
                at.add("has no density: give one, such as uniform: {from: 0, to: 10}");
                yield Optional.empty();
            }
        };
    }

    private static Optional<Density> normal(NormalPrior prior, Faults at) {
        Bounds.ANY.check(prior.getMean(), at.field("mean"));
        Bounds.POSITIVE.check(prior.getSd(), at.field("sd"));
        return at.clean() ? Optional.of(Densities.normal(prior.getMean(), prior.getSd())) : Optional.empty();
    }

    private static Optional<Density> logNormal(LogNormalPrior prior, Faults at) {
        Bounds.POSITIVE.check(prior.getMedian(), at.field("median"));
        Bounds.POSITIVE.check(prior.getLogSd(), at.field("logSd"));
        return at.clean()
                ? Optional.of(Densities.logNormal(prior.getMedian(), prior.getLogSd()))
                : Optional.empty();
    }

    private static Optional<Density> uniform(UniformPrior prior, Faults at) {
        checkEnds(prior.getFrom(), prior.getTo(), Bounds.ANY, at);
        return at.clean() ? Optional.of(Densities.uniform(prior.getFrom(), prior.getTo())) : Optional.empty();
    }

    private static Optional<Density> logUniform(LogUniformPrior prior, Faults at) {
        checkEnds(prior.getFrom(), prior.getTo(), Bounds.POSITIVE, at);
        return at.clean()
                ? Optional.of(Densities.logUniform(prior.getFrom(), prior.getTo()))
                : Optional.empty();
    }

    private static Optional<Density> halfNormal(double sd, Faults at) {
        return Bounds.POSITIVE.check(sd, at.field("sd"))
                ? Optional.of(Densities.halfNormal(sd))
                : Optional.empty();
    }

    private static Optional<Density> gamma(GammaPrior prior, Faults at) {
        SHAPES.check(prior.getShape(), at.field("shape"));
        Bounds.POSITIVE.check(prior.getScale(), at.field("scale"));
        return at.clean()
                ? Optional.of(Densities.gamma(prior.getShape(), prior.getScale()))
                : Optional.empty();
    }

    private static Optional<Density> beta(BetaPrior prior, Faults at) {
        SHAPES.check(prior.getA(), at.field("a"));
        SHAPES.check(prior.getB(), at.field("b"));
        return at.clean() ? Optional.of(Densities.beta(prior.getA(), prior.getB())) : Optional.empty();
    }

    private static Optional<Density> truncated(TruncatedPrior prior, Faults at) {
        checkEnds(prior.getFrom(), prior.getTo(), Bounds.ANY, at);
        Prior whole = prior.getPrior();
        boolean right = at.field("prior").require(!whole.hasTruncated() && !whole.hasPeriodic(),
                "cannot be cut off: give any but truncated and periodic");
        Optional<Density> density = right ? read(whole, at.field("prior")) : Optional.empty();
        if (!at.clean() || density.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Densities.truncated(density.get(), prior.getFrom(), prior.getTo()));
        } catch (IllegalArgumentException none) {
            at.add("holds no mass from " + Wording.number(prior.getFrom()) + " to "
                    + Wording.number(prior.getTo()) + ": move the ends or the prior");
            return Optional.empty();
        }
    }

    private static Optional<Density> periodic(PeriodicPrior prior, Faults at) {
        Bounds.POSITIVE.check(prior.getPeriod(), at.field("period"));
        Bounds.ANY.check(prior.getMean(), at.field("mean"));
        CONCENTRATIONS.check(prior.getConcentration(), at.field("concentration"));
        return at.clean()
                ? Optional.of(
                        Densities.periodic(prior.getPeriod(), prior.getMean(), prior.getConcentration()))
                : Optional.empty();
    }

    private static void checkEnds(double from, double to, Bounds bounds, Faults at) {
        boolean first = bounds.check(from, at.field("from"));
        if (bounds.check(to, at.field("to")) && first) {
            at.field("to").require(to > from,
                    Wording.number(to) + " must exceed from (" + Wording.number(from) + ")");
        }
    }
}
