package io.stimloop.studies;

import io.stimloop.control.experiment.RiglessExperiment;
import io.stimloop.control.spec.ResolvedSpec;
import io.stimloop.inference.belief.Truth;
import io.stimloop.numerics.random.Streams;

/**
 * One experiment of a study. Experiments with the same index have the same cell, and the same stream of chance answers
 * their trials, whatever the planner.
 *
 * @param spec        with the planner
 * @param measure     of the error
 * @param checkpoints trials after which it is looked at, ascending, the last of which ends it
 * @param criterion   for the error; NaN for none
 * @param seed        of the study
 */
record StudyExperiment(ResolvedSpec spec, ErrorMeasure measure, int[] checkpoints, double criterion,
        long seed) {
    private static final long CELL = 0x63656c6cL;
    private static final long ANSWERS = 0x616e7377657273L;

    /** Runs the experiment of an index, from 0. */
    Course run(int index) {
        Truth truth = spec.simulation().cell(Streams.of(seed, index, CELL));
        long answers = Streams.of(seed, index, ANSWERS).nextLong();
        RiglessExperiment experiment = new RiglessExperiment(spec);
        double[] response = new double[spec.source().responses().units()];
        double[] errors = new double[checkpoints.length];
        double[] entropies = new double[checkpoints.length];
        double[] costs = new double[checkpoints.length];
        double[] before = {};
        double cost = 0;
        double prior = experiment.belief().entropyNats();
        int trials = checkpoints[checkpoints.length - 1];
        int reached = trials + 1;
        int checkpoint = 0;
        for (int trial = 1; trial <= trials; trial++) {
            double[] stimulus = experiment.next();
            truth.respond(stimulus, Streams.of(answers, trial, 0), response);
            cost += spec.aim().cost().of(stimulus, before);
            before = stimulus;
            experiment.learn(response);
            boolean looked = trial == checkpoints[checkpoint];
            if (looked || (reached > trials && !Double.isNaN(criterion))) {
                double error = measure.of(experiment.belief(), truth, spec);
                reached = error <= criterion ? Math.min(reached, trial) : reached;
                errors[checkpoint] = error;
            }
            if (looked) {
                costs[checkpoint] = cost;
                entropies[checkpoint] = experiment.belief().entropyNats();
                checkpoint++;
            }
        }
        return new Course(errors, entropies, costs, prior, reached);
    }
}
