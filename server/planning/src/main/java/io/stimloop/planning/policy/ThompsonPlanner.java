package io.stimloop.planning.policy;

import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.objective.ResponseSeeking;
import io.stimloop.inference.objective.StimulusCost;
import io.stimloop.numerics.random.Streams;
import io.stimloop.planning.decision.BestTwo;
import io.stimloop.planning.decision.Candidates;
import io.stimloop.planning.decision.Decision;
import io.stimloop.planning.decision.DecisionSource;
import io.stimloop.planning.decision.Planner;
import io.stimloop.planning.decision.PlanningRequest;
import io.stimloop.planning.decision.Progress;
import io.stimloop.planning.decision.RunnerUp;
import io.stimloop.planning.design.Design;
import java.util.Arrays;
import java.util.function.LongSupplier;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Thompson sampling (Thompson 1933, Biometrika 25, 285): draws the expected responses to all candidates from the posterior
 * and takes the candidate that would be best if the draw were true, so that each is chosen as often as it is believed
 * to be best. The draw depends on the belief, the seed and the position only. A draw is not cut off by the deadline:
 * where the time is up before it begins the fallback is presented. Not thread safe.
 */
public final class ThompsonPlanner implements Planner {
    private static final long PURPOSE = 0x74686f6d70736f6eL;
    private static final double[] BLANK = {};
    private static final double[] NOT_DRAWN = {};

    private final Belief belief;
    private final ResponseSeeking objective;
    private final StimulusCost cost;
    private final Candidates candidates;
    private final Design fallback;
    private final long seed;
    private final LongSupplier nanoClock;
    private final double[] worths;
    private boolean drawn;

    /**
     * Before the first trial.
     *
     * @param belief     draws curves
     * @param objective  says what a stimulus is worth under a draw
     * @param cost       taken off that worth
     * @param candidates to choose from
     * @param fallback   what is presented when the time is up
     * @param seed       of the experiment
     * @param nanoClock  the clock of the requests' deadlines, in nanoseconds
     */
    public ThompsonPlanner(Belief belief, ResponseSeeking objective, StimulusCost cost, Candidates candidates,
            Design fallback, long seed, LongSupplier nanoClock) {
        this.belief = belief;
        this.objective = objective;
        this.cost = cost;
        this.candidates = candidates;
        this.fallback = fallback;
        this.seed = seed;
        this.nanoClock = nanoClock;
        this.worths = new double[candidates.size()];
    }

    @Override
    public Decision plan(PlanningRequest request) {
        long begunNanos = nanoClock.getAsLong();
        Arrays.fill(worths, Double.NaN);
        drawn = request.deadlineNanos() - begunNanos > 0;
        int allowed = drawn ? score(curves(request.position()), request) : candidates.size();
        BestTwo best = BestTwo.of(worths);
        double[] stimulus = best.none()
                ? unscored(allowed, request.position())
                : candidates.stimuli()[best.first()];
        int skipped = drawn ? allowed - best.counted() : 0;
        long now = nanoClock.getAsLong();
        return new Decision(stimulus, best.none() ? DecisionSource.FALLBACK : DecisionSource.POLICY,
                best.none() ? 0 : worths[best.first()], Progress.of(best.counted(), allowed, skipped),
                best.none() ? RunnerUp.NONE : best.runnerUp(candidates.stimuli(), worths),
                now - begunNanos, request.deadlineNanos() - now);
    }

    /** The expected responses of each unit that counts to every candidate. */
    private double[][] curves(long position) {
        UniformRandomProvider random = Streams.of(seed, position, PURPOSE);
        double[][] curves = new double[belief.units()][];
        for (int unit = 0; unit < curves.length; unit++) {
            curves[unit] = belief.includes(unit)
                    ? belief.drawCurve(unit, candidates.stimuli(), random)
                    : NOT_DRAWN;
        }
        return curves;
    }

    /** Fills in the worths; returns how many candidates may follow the trial before. */
    private int score(double[][] curves, PlanningRequest request) {
        double[] expected = new double[curves.length];
        int allowed = 0;
        for (int candidate = 0; candidate < worths.length; candidate++) {
            if (!candidates.reach().allows(candidate, request.previous())) {
                worths[candidate] = Double.NEGATIVE_INFINITY;
                continue;
            }
            allowed++;
            for (int unit = 0; unit < curves.length; unit++) {
                expected[unit] = curves[unit].length == 0 ? 0 : curves[unit][candidate];
            }
            worths[candidate] = objective.worth(expected, belief::includes)
                    - cost.of(candidates.stimuli()[candidate], request.before());
        }
        return allowed;
    }

    private double[] unscored(int allowed, long position) {
        return allowed == 0 ? BLANK : fallback.stimulus(position);
    }

    @Override
    public double[] utilities() {
        return worths.clone();
    }

    @Override
    public String reason() {
        return drawn ? "Thompson sampling: the best under one draw from the posterior" : "";
    }
}
