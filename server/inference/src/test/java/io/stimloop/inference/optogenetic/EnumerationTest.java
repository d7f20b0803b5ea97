package io.stimloop.inference.optogenetic;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.inference.belief.ParameterSummary;
import io.stimloop.inference.belief.Truth;
import io.stimloop.inference.response.Link;
import io.stimloop.numerics.random.Streams;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The belief against {@link Enumeration}, in experiments whose truth is drawn from the prior. At worst a mean may be off
 * by a third of the posterior sd, an sd by a factor of 2, and the probability of a connection, where it is undecided,
 * by 0.12; on average that by 0.01.
 */
class EnumerationTest {
    @ParameterizedTest
    @CsvSource({"EXPONENTIAL, 2, 5, 32, 10", "EXPONENTIAL, 2, 30, 32, 10", "SOFT_RECTIFIED, 2, 10, 32, 8",
            "SOFT_RECTIFIED, 2, 40, 40, 4", "EXPONENTIAL, 3, 30, 24, 2"})
    void agreesWithBruteForce(Link link, int targets, int trials, int nodes, int experiments) {
        OptogeneticModel model = Optogenetics.model(link, 1, targets);
        double[][] stimuli = Optogenetics.stimuli(targets, 3, 2);
        double off = 0;
        for (int experiment = 0; experiment < experiments; experiment++) {
            off += worstPlaces(model, stimuli, trials, nodes, experiment) / experiments;
        }
        assertThat(off).as("mean error of the probability of a connection").isLessThan(0.01);
    }

    private static double worstPlaces(OptogeneticModel model, double[][] stimuli, int trials, int nodes,
            int experiment) {
        UniformRandomProvider random = Streams.of(experiment, 0, 7);
        Truth truth = new OptogeneticSource(model, 3).drawTruth(random);
        OptogeneticBelief belief = new OptogeneticBelief(model);
        double[] presented = new double[stimuli.length];
        double[] spikes = new double[stimuli.length];
        double[] response = new double[1];
        for (int trial = 0; trial < trials; trial++) {
            int at = random.nextInt(stimuli.length);
            truth.respond(stimuli[at], random, response);
            belief.condition(stimuli[at], response);
            presented[at]++;
            spikes[at] += response[0];
        }
        return compared(model, belief.parameters(),
                new Enumeration(model, nodes, stimuli, presented, spikes));
    }

    private static double compared(OptogeneticModel model, List<ParameterSummary> found, Enumeration exact) {
        for (int k = 0; k < model.size(); k++) {
            ParameterSummary one = found.get(k);
            assertThat(Math.abs(one.mean() - exact.mean(k)) / exact.sd(k)).as("mean of %s", one.name())
                    .isLessThan(0.33);
            assertThat(one.sd() / exact.sd(k)).as("sd of %s", one.name()).isBetween(0.5, 2.0);
        }
        double sum = 0;
        for (int target = 0; target < model.targetCount(); target++) {
            double off = Math.abs(found.get(model.size() + target).mean() - exact.connected(target));
            assertThat(off).as("connected.t%d", target).isLessThan(0.12);
            sum += off;
        }
        return sum / model.targetCount();
    }
}
