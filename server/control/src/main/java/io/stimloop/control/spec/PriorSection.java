package io.stimloop.control.spec;

import io.stimloop.inference.response.Density;
import io.stimloop.inference.response.Priors;
import io.stimloop.v1.LogNormalPrior;
import io.stimloop.v1.NormalPrior;
import io.stimloop.v1.Prior;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/** How likely each value of a parameter is before the first trial. */
final class PriorSection {
    /** Farther than this many sd from the centre, a normal density is below 1e-195: nothing, and soon 0. */
    private static final double REACH = 30;

    /** The same in nats. */
    private static final double LEAST_LOG = -450;

    private PriorSection() {}

    /**
     * The probability of each value.
     *
     * @param prior  as sent; the default instance where none was
     * @param values of the parameter; empty when they were at fault, and then only the prior itself is checked
     */
    static double[] read(Prior prior, double[] values, Faults at) {
        switch (prior.getKindCase()) {
            case NORMAL -> checkNormal(prior.getNormal(), values, at.field("normal"));
            case LOG_NORMAL -> checkLogNormal(prior.getLogNormal(), values, at.field("logNormal"));
            case FLAT, KIND_NOT_SET -> {
            }
            default -> {
                return weights(DensitySection.read(prior, at), values, at);
            }
        }
        return at.clean() && values.length > 0 ? build(prior, values) : new double[0];
    }

    private static double[] weights(Optional<Density> density, double[] values, Faults at) {
        if (density.isEmpty() || values.length == 0) {
            return new double[0];
        }
        boolean some = Arrays.stream(values).map(density.get()::logDensity).anyMatch(log -> log > LEAST_LOG);
        return at.require(some, "has no mass on the parameter's values, from " + Wording.number(values[0])
                + " to " + Wording.number(values[values.length - 1]) + ": move the prior or the values")
                        ? Priors.of(values, density.get())
                        : new double[0];
    }

    private static double[] build(Prior prior, double[] values) {
        NormalPrior normal = prior.getNormal();
        LogNormalPrior logNormal = prior.getLogNormal();
        return switch (prior.getKindCase()) {
            case NORMAL -> Priors.normal(values, normal.getMean(), normal.getSd());
            case LOG_NORMAL -> Priors.logNormal(values, logNormal.getMedian(), logNormal.getLogSd());
            default -> Priors.flat(values.length);
        };
    }

    private static void checkNormal(NormalPrior prior, double[] values, Faults at) {
        boolean mean = Bounds.ANY.check(prior.getMean(), at.field("mean"));
        boolean sd = Bounds.POSITIVE.check(prior.getSd(), at.field("sd"));
        if (mean && sd) {
            checkMass(values, value -> (value - prior.getMean()) / prior.getSd(), at);
        }
    }

    private static void checkLogNormal(LogNormalPrior prior, double[] values, Faults at) {
        boolean positive = at.require(values.length == 0 || values[0] >= Bounds.SMALLEST,
                "needs parameter values above 0, the first is "
                        + (values.length == 0 ? "" : Wording.number(values[0])));
        boolean median = Bounds.POSITIVE.check(prior.getMedian(), at.field("median"));
        boolean sd = Bounds.POSITIVE.check(prior.getLogSd(), at.field("logSd"));
        if (positive && median && sd) {
            checkMass(values, value -> StrictMath.log(value / prior.getMedian()) / prior.getLogSd(), at);
        }
    }

    private static void checkMass(double[] values, DoubleUnaryOperator score, Faults at) {
        double nearest = Arrays.stream(values).map(score).map(Math::abs).min().orElse(0);
        at.require(nearest <= REACH, "has no mass on the parameter's values: the nearest is "
                + Wording.number(StrictMath.rint(nearest)) + " sd away, move the prior or the values");
    }
}
