package io.stimloop.control.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.control.spec.ResolvedSpec;
import io.stimloop.inference.belief.Belief;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RiglessExperimentTest {
    @Test
    void presentsWhatTheSpecSaysAndLearnsWhatComesOfIt() {
        ResolvedSpec spec = Specs.of(Specs.SEQUENCE, "");
        RiglessExperiment experiment = new RiglessExperiment(spec);
        Belief byHand = spec.source().create();
        double[][] sequence = {{5}, {-10}, {0}};
        for (int t = 0; t < sequence.length; t++) {
            assertThat(experiment.next()).containsExactly(sequence[t]);
            experiment.learn(new double[]{3 * t});
            byHand.condition(sequence[t], new double[]{3 * t});
        }
        assertThat(experiment.belief().trials()).isEqualTo(3);
        assertThat(experiment.belief().state()).usingRecursiveComparison().isEqualTo(byHand.state());
    }

    @Test
    void everySearchIsCompleteSoThatTheSameResponsesGiveTheSameStimuli() {
        assertThat(stimuliOfASearch()).hasSize(12).isEqualTo(stimuliOfASearch());
    }

    private static List<Double> stimuliOfASearch() {
        RiglessExperiment experiment = new RiglessExperiment(Specs.of(Specs.SEARCH, ""));
        List<Double> stimuli = new ArrayList<>();
        for (int t = 0; t < 12; t++) {
            double x = experiment.next()[0];
            stimuli.add(x);
            experiment.learn(new double[]{x == 5 ? 9 : 1});
        }
        return stimuli;
    }
}
