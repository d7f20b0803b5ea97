package io.stimloop.inference.glm;

import io.stimloop.inference.belief.BallSearch;
import io.stimloop.inference.belief.Prediction;
import io.stimloop.numerics.kernel.Kernels;
import io.stimloop.numerics.random.Streams;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.apache.commons.rng.sampling.distribution.SharedStateContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * The most informative stimulus of at most a given length (Lewi, Butera and Paninski 2009, section 5). Information is
 * a function of the mean m and the variance v of eta and grows with v, so that for every m only the greatest v counts:
 * a quadratic form on a sphere. What is left is one dimension, the stimulus' part along the mean filter. The variances
 * are those in a {@link KrylovSpace}, which grows until the information found stands still.
 */
final class GlmBallSearch implements BallSearch {
    private static final int FIRST_DIMENSIONS = 24;
    private static final int FURTHER_DIMENSIONS = 12;
    private static final double STANDS_STILL = 1e-5;
    private static final long PURPOSE = 0x6b72796c6f76L;

    private final GlmBelief belief;
    private final GlmModel model;
    private final double maxNorm;
    private final double weight;
    private final KrylovSpace space;
    private final BallLine line;
    private final double[] fresh;
    private final double[] unit;
    private final double[] regressors;
    private final double[] product;
    private final double[] best;
    private final UnitMoments tail;
    private double information;

    /** @param weight of the one neuron */
    GlmBallSearch(GlmBelief belief, double maxNorm, double weight) {
        this.belief = belief;
        this.weight = weight;
        this.model = belief.model();
        this.maxNorm = maxNorm;
        int stride = Kernels.padded(model.stimulusSize());
        this.space = new KrylovSpace(model.stimulusSize(), model.size());
        this.line = new BallLine(model, maxNorm);
        this.fresh = new double[stride];
        this.unit = new double[stride];
        this.regressors = new double[Kernels.padded(model.size())];
        this.product = new double[Kernels.padded(model.size())];
        this.best = new double[stride];
        this.tail = new UnitMoments(model, new StimulusRows(0, model.stimulusSize(), stride, new double[0]));
    }

    /** Bytes that one holds. */
    static long bytes(GlmModel model) {
        return (long) Double.BYTES * Kernels.padded(model.size()) * (KrylovSpace.MOST_DIMENSIONS + 10L)
                + NormalExpectations.bytes();
    }

    @Override
    public boolean search(BooleanSupplier goOn) {
        UnitPosterior posterior = belief.posterior(0);
        var normal = ZigguratSampler.NormalizedGaussian.of(Streams.of(0, belief.trials(), PURPOSE));
        tail.refreshTail(posterior, belief.tail(0));
        double meanLength = direction(posterior, normal);
        System.arraycopy(unit, 0, regressors, 0, model.stimulusSize());
        posterior.covariance().multiply(regressors, product);
        space.begin(unit);
        space.add(product);
        space.add(tail.crossVector());
        draw(normal);
        space.add(fresh);
        information = Double.NEGATIVE_INFINITY;
        int goal = FIRST_DIMENSIONS;
        int grown = 0;
        boolean more = true;
        while (more) {
            while (more && grown < goal) {
                if (!goOn.getAsBoolean()) {
                    return false;
                }
                more = space.grow(posterior.covariance());
                grown++;
            }
            double found = solve(meanLength);
            more &= found > information + STANDS_STILL * Math.abs(found);
            information = found;
            goal += FURTHER_DIMENSIONS;
        }
        place();
        return true;
    }

    /** Draws a direction; another one for every trial, for what one of them cannot see the next one can. */
    private void draw(SharedStateContinuousSampler normal) {
        for (int i = 0; i < model.stimulusSize(); i++) {
            fresh[i] = normal.sample();
        }
    }

    /** The direction of the mean filter; one drawn where the mean is 0. Returns the length of the mean. */
    private double direction(UnitPosterior posterior, SharedStateContinuousSampler normal) {
        int n = model.stimulusSize();
        double length = Math.sqrt(Kernels.ARRAYS.dot(posterior.mean(), posterior.mean(), n));
        draw(normal);
        double[] from = length > 0 ? posterior.mean() : fresh;
        double scale = length > 0 ? length : Math.sqrt(Kernels.ARRAYS.dot(fresh, fresh, n));
        for (int i = 0; i < n; i++) {
            unit[i] = from[i] / scale;
        }
        return length;
    }

    private double solve(double meanLength) {
        space.decompose();
        int n = model.stimulusSize();
        double variance = Kernels.ARRAYS.dot(unit, product, n);
        double cross = Kernels.ARRAYS.dot(unit, tail.crossVector(), n);
        line.begin(space, product, tail.crossVector());
        return line.maximise(new BallLine.Along(meanLength, variance, cross, tail.tailMean(),
                tail.tailVariance()));
    }

    /** Puts the stimulus together, exactly as long as it may be. */
    private void place() {
        int n = model.stimulusSize();
        Arrays.fill(best, 0);
        Kernels.ARRAYS.addScaled(line.along(), unit, 0, n, best, 0);
        space.addTo(line.across(), best);
        double length = Math.sqrt(Kernels.ARRAYS.dot(best, best, n));
        if (length > maxNorm || (length > 0 && space.principal() > 0)) {
            Kernels.ARRAYS.scale(best, maxNorm / length, n);
        }
        for (int i = 0; i < n; i++) {
            // Rounding must not take a value out of its own range.
            best[i] = Math.clamp(best[i], -maxNorm, maxNorm);
        }
    }

    @Override
    public double[] stimulus() {
        return Arrays.copyOf(best, model.stimulusSize());
    }

    @Override
    public Prediction prediction() {
        double found = weight * information;
        return new Prediction() {
            @Override
            public double informationNats() {
                return found;
            }
        };
    }
}
