package io.stimloop.studies.calibration;

import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.BeliefSource;
import io.stimloop.inference.belief.Truth;
import io.stimloop.numerics.random.Streams;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * One experiment of a calibration: a cell drawn from the prior answers stimuli drawn at random, and each of its
 * parameters is ranked among draws from what is then believed. If the belief is the posterior, the truth is one more
 * draw from it, and all ranks are equally likely (Talts, Betancourt, Simpson, Vehtari and Gelman 2018, arXiv
 * 1804.06788, theorem 1).
 */
final class CalibrationExperiment {
    private static final int DRAWS = 49;
    private static final long EXPERIMENT = 0x63616c6962L;

    private CalibrationExperiment() {}

    /**
     * Runs the experiment of an index.
     *
     * @return for every parameter of every unit, unit by unit, the randomised place of the truth among the draws:
     *         uniform from 0 to below 1, whatever ties there are, if the belief is right
     */
    static double[] places(CalibrationCase one, long seed, int index) {
        UniformRandomProvider random = Streams.of(seed, index, EXPERIMENT);
        BeliefSource source = one.sources().apply(random.nextLong() >>> 1);
        Truth truth = source.drawTruth(random);
        Belief belief = source.create();
        double[] response = new double[source.responses().units()];
        for (int trial = 0; trial < one.trials(); trial++) {
            double[] stimulus = one.candidates()[random.nextInt(one.candidates().length)];
            truth.respond(stimulus, random, response);
            belief.condition(stimulus, response);
            belief.maintenance().ifPresent(due -> due.run().adopt());
        }
        int parameters = source.parameterNames().size();
        double[] places = new double[belief.units() * parameters];
        for (int unit = 0; unit < belief.units(); unit++) {
            double[] ofUnit = places(belief, unit, truth.parameters(unit), random);
            System.arraycopy(ofUnit, 0, places, unit * parameters, parameters);
        }
        return places;
    }

    private static double[] places(Belief belief, int unit, double[] truth, UniformRandomProvider random) {
        int[] below = new int[truth.length];
        int[] ties = new int[truth.length];
        for (int d = 0; d < DRAWS; d++) {
            double[] drawn = belief.draw(unit, random);
            for (int p = 0; p < truth.length; p++) {
                below[p] += drawn[p] < truth[p] ? 1 : 0;
                ties[p] += drawn[p] == truth[p] ? 1 : 0;
            }
        }
        double[] places = new double[truth.length];
        for (int p = 0; p < truth.length; p++) {
            int rank = below[p] + random.nextInt(ties[p] + 1);
            places[p] = (rank + random.nextDouble()) / (DRAWS + 1);
        }
        return places;
    }
}
