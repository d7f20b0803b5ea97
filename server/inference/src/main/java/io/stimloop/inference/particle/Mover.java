package io.stimloop.inference.particle;

import io.stimloop.numerics.kernel.Elementary;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Resamples particles and moves each by Metropolis-Hastings steps that leave the posterior as it is (Gilks and Berzuini
 * 2001, Journal of the Royal Statistical Society B 63, 127; Chopin 2002, Biometrika 89, 539).
 *
 * <p>A step is one of three, all as likely there as back:
 * <ul>
 * <li>mostly the difference of two particles as they stood before, times 2.38 / sqrt(2 d) for d unknown parameters (ter
 * Braak 2006, Statistics and Computing 16, 239). Its covariance is that of the particles times 2.38^2 / d, but where the
 * posterior has several modes most steps fit into one of them; a parameter that wraps around goes the shorter way</li>
 * <li>now and then the whole difference, from one mode to another</li>
 * <li>now and then a step of one parameter of any size between the prior's and a millionth of it, so that particles that
 * all stand at one place leave it</li>
 * </ul>
 * The first kind is shortened when few, lengthened when many of its steps are accepted. Has working memory; not thread
 * safe.
 */
final class Mover {
    private static final double WHOLE_DIFFERENCES = 0.1;
    private static final double SINGLE_STEPS = 0.1;
    private static final double DECADES_OF_SINGLE_STEPS = 6;
    private static final double LN_10 = 2.30258509299404568402;
    private static final double OPTIMAL = 2.38;
    private static final double FEW = 0.15;
    private static final double MANY = 0.4;
    private static final double CHANGE = 1.5;
    private static final double SHORTEST = 0.02;
    private static final double LONGEST = 2;

    private final ParticleModel model;
    private final int size;
    private final int[] unknown;
    private final int[] ancestors;
    private final double[][] proposals;
    private final double[] proposedTargets;
    private final boolean[] tuned;
    private int tunedSteps;
    private int tunedTaken;
    private int taken;

    Mover(ParticleModel model) {
        this.model = model;
        this.size = model.settings().count();
        int[] indices = new int[model.parameters()];
        int count = 0;
        for (int p = 0; p < indices.length; p++) {
            indices[count] = p;
            count += model.unknown(p) ? 1 : 0;
        }
        this.unknown = Arrays.copyOf(indices, count);
        this.ancestors = new int[size];
        this.proposals = new double[model.parameters()][size];
        this.proposedTargets = new double[size];
        this.tuned = new boolean[size];
    }

    static long bytes(int size, int parameters) {
        return size * ((long) Double.BYTES * (parameters + 1) + Integer.BYTES + 1);
    }

    /** The log density, up to a constant, that is to be left as it is. */
    @FunctionalInterface
    interface Target {
        /** Works it out at all particles. */
        void of(double[][] parameters, double[] out);
    }

    /**
     * How steps fared.
     *
     * @param stretch  what differences are to be multiplied by next
     * @param accepted fraction of the steps that were accepted
     */
    record Report(double stretch, double accepted) {}

    /** Resamples and moves. */
    Report rejuvenate(Cloud cloud, Target target, double stretch, UniformRandomProvider random) {
        double[][] before = cloud.resample(random, ancestors);
        double next = stretch;
        double accepted = 0;
        for (int move = 0; move < model.settings().moves() && unknown.length > 0; move++) {
            propose(cloud.parameters(), before, next, random);
            target.of(proposals, proposedTargets);
            accept(cloud, random);
            next = adapted(next);
            accepted += (double) taken / size / model.settings().moves();
        }
        cloud.moved();
        return new Report(next, accepted);
    }

    private void propose(double[][] from, double[][] before, double stretch, UniformRandomProvider random) {
        for (int p = 0; p < proposals.length; p++) {
            System.arraycopy(from[p], 0, proposals[p], 0, size);
        }
        double part = stretch * OPTIMAL / Math.sqrt(2.0 * unknown.length);
        tunedSteps = 0;
        for (int k = 0; k < size; k++) {
            double kind = random.nextDouble();
            int a = ancestors[random.nextInt(size)];
            int b = ancestors[random.nextInt(size)];
            tuned[k] = kind >= WHOLE_DIFFERENCES + SINGLE_STEPS && a != b;
            tunedSteps += tuned[k] ? 1 : 0;
            if (kind < SINGLE_STEPS || a == b) {
                stepOne(k, random);
            } else {
                stepDifference(k, before, a, b, tuned[k] ? part : 1);
            }
        }
    }

    private void stepOne(int k, UniformRandomProvider random) {
        int p = unknown[random.nextInt(unknown.length)];
        double shrink = Elementary.exp(-LN_10 * DECADES_OF_SINGLE_STEPS * random.nextDouble());
        double longest = Math.sqrt(model.scale().priorVariances()[p]) * shrink;
        step(p, k, longest * (2 * random.nextDouble() - 1));
    }

    private void stepDifference(int k, double[][] before, int a, int b, double factor) {
        for (int p : unknown) {
            double difference = before[p][a] - before[p][b];
            double period = model.scale().periods()[p];
            step(p, k, factor
                    * (Double.isNaN(period) ? difference : Math.IEEEremainder(difference, period)));
        }
    }

    private void step(int p, int k, double by) {
        proposals[p][k] = ParticleModel.within(model.priors().get(p), proposals[p][k] + by);
    }

    /** Takes the steps that Metropolis's rule accepts. */
    private void accept(Cloud cloud, UniformRandomProvider random) {
        double[] targets = cloud.targets();
        double[][] parameters = cloud.parameters();
        taken = 0;
        tunedTaken = 0;
        for (int k = 0; k < size; k++) {
            double logRatio = proposedTargets[k] - targets[k];
            if (logRatio >= 0 || random.nextDouble() < Elementary.exp(logRatio)) {
                for (int p : unknown) {
                    parameters[p][k] = proposals[p][k];
                }
                targets[k] = proposedTargets[k];
                taken++;
                tunedTaken += tuned[k] ? 1 : 0;
            }
        }
    }

    private double adapted(double stretch) {
        if (tunedSteps == 0) {
            return stretch;
        }
        double accepted = (double) tunedTaken / tunedSteps;
        if (accepted < FEW) {
            return Math.max(SHORTEST, stretch / CHANGE);
        }
        return accepted > MANY ? Math.min(LONGEST, stretch * CHANGE) : stretch;
    }
}
