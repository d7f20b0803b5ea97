package io.stimloop.benchmarks;

import io.stimloop.control.spec.ResolvedSpec;
import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.ResponsePredictor;
import io.stimloop.inference.grid.GridBelief;
import io.stimloop.inference.objective.Aim;
import io.stimloop.inference.objective.Infomax;
import io.stimloop.inference.objective.Objective;
import io.stimloop.planning.decision.Candidates;
import io.stimloop.planning.decision.Decision;
import io.stimloop.planning.decision.PlanningRequest;
import io.stimloop.planning.design.BalancedBlocks;
import io.stimloop.planning.pool.Crew;
import io.stimloop.planning.search.SearchPlanner;
import io.stimloop.rig.neurons.simulated.GaussianTuning;
import io.stimloop.rig.neurons.simulated.Realism;
import io.stimloop.rig.neurons.simulated.SimulatedNeuron;
import java.util.Arrays;

/** One simulated experiment on a belief of its own, timed trial by trial, without any transport. */
final class InfomaxExperiment {
    private static final long NEVER_NANOS = 1_000_000_000_000L;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final int UNSEEN = 3;

    private final ResolvedSpec spec;
    private final Belief belief;
    private final ResponsePredictor predictor;
    private final SearchPlanner planner;
    private final SimulatedNeuron neuron;
    private double[] totalMillis = {};
    private double[] updateMillis = {};

    InfomaxExperiment(ResolvedSpec spec, GridBelief prior, ResponsePredictor tables, Crew crew,
            long seed) {
        this.spec = spec;
        belief = prior.copy();
        predictor = tables.over(belief);
        planner = new SearchPlanner(predictor, Aim.of(new Infomax()), Candidates.of(spec.candidates()),
                new BalancedBlocks(spec.candidates(), seed), crew, System::nanoTime, InfomaxExperiment::fail);
        neuron = new SimulatedNeuron(new GaussianTuning(2, 10, 3, 2.5), Realism.NONE, seed);
    }

    private static void fail(Throwable fault) {
        throw new IllegalStateException(fault);
    }

    /** Learns and chooses so many times; the first stimulus is given. */
    void run(int trials) {
        totalMillis = new double[trials];
        updateMillis = new double[trials];
        double[] stimulus = spec.candidates()[UNSEEN];
        for (int t = 0; t < trials; t++) {
            double[] counts = {neuron.respond(stimulus)};
            long begunNanos = System.nanoTime();
            planner.settle();
            belief.condition(stimulus, counts);
            long learnedNanos = System.nanoTime();
            Decision decision = planner.plan(new PlanningRequest(t, begunNanos + NEVER_NANOS));
            totalMillis[t] = (System.nanoTime() - begunNanos) / NANOS_PER_MILLI;
            updateMillis[t] = (learnedNanos - begunNanos) / NANOS_PER_MILLI;
            stimulus = decision.stimulus();
        }
    }

    /** Largest difference of a candidate's utility from what the other predictor gives, for this belief. */
    double errorAgainst(ResponsePredictor other, Objective objective) {
        ResponsePredictor reference = other.over(belief);
        reference.refresh();
        predictor.refresh();
        ResponsePredictor.View theirs = reference.newView();
        ResponsePredictor.View ours = predictor.newView();
        double largest = 0;
        for (int c = 0; c < spec.candidates().length; c++) {
            double difference = objective.utility(ours.predict(c)) - objective.utility(theirs.predict(c));
            largest = Math.max(largest, Math.abs(difference));
        }
        return largest;
    }

    double medianMillis() {
        return median(totalMillis);
    }

    double medianUpdateMillis() {
        return median(updateMillis);
    }

    /** Of each trial, without the update. */
    double[] searchMillis() {
        double[] search = new double[totalMillis.length];
        Arrays.setAll(search, trial -> totalMillis[trial] - updateMillis[trial]);
        return search;
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
