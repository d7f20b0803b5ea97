package io.stimloop.rig.neurons.recorded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedNeuronTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void everyRepeatIsDrawnOnceBeforeAnyIsDrawnAgain() throws IOException {
        for (long seed = 0; seed < 20; seed++) {
            RecordedNeuron neuron = neuron(seed);
            for (int round = 0; round < 5; round++) {
                assertThat(drawn(neuron, 5, 45)).as("round %d, seed %d", round, seed)
                        .containsExactlyInAnyOrder(1, 2,
                                3, 4, 5);
            }
        }
    }

    @Test
    void theOrderIsDrawnAnewForEachRoundAndSeed() throws IOException {
        Set<String> orders = new HashSet<>();
        for (long seed = 0; seed < 20; seed++) {
            RecordedNeuron neuron = neuron(seed);
            orders.add(Arrays.toString(drawn(neuron, 5, 45)));
            orders.add(Arrays.toString(drawn(neuron, 5, 45)));
        }
        assertThat(orders).hasSizeGreaterThan(20);
    }

    @Test
    void theSameSeedRepeatsTheSameCounts() throws IOException {
        assertThat(drawn(neuron(3), 40, 45)).isEqualTo(drawn(neuron(3), 40, 45));
    }

    @Test
    void directionsDoNotUseUpEachOthersRepeats() throws IOException {
        RecordedNeuron neuron = neuron(1);
        int[] alone = drawn(neuron(1), 5, 45);
        int[] mixed = new int[5];
        for (int i = 0; i < 5; i++) {
            assertThat(neuron.respond(new double[]{90})).isEqualTo(20);
            mixed[i] = neuron.respond(new double[]{45});
        }
        assertThat(mixed).isEqualTo(alone);
    }

    @Test
    void aDirectionMayBeOffByRoundingAndByTurns() throws IOException {
        assertThat(neuron(1).respond(new double[]{90 - 360 + 9e-7})).isEqualTo(20);
        assertThat(neuron(1).respond(new double[]{90 + 720 - 9e-7})).isEqualTo(20);
        assertThatThrownBy(() -> neuron(1).respond(new double[]{90 + 2e-6}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void blankTrialsAreAnsweredWithRecordedBlanks() throws IOException {
        assertThat(drawn(neuron(1), 2)).containsExactlyInAnyOrder(0, 1);
    }

    @Test
    void aStimulusThatWasNotRecordedIsNamedWithThoseThatWere() throws IOException {
        RecordedNeuron neuron = neuron(1);
        assertThatThrownBy(() -> neuron.respond(new double[]{33}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("stimulus [33.0] was not recorded from neuron a (dispersion 0.0, contrast 1.0);"
                        + " recorded were the directions 45.0, 90.0 and blank trials");
        assertThatThrownBy(() -> neuron.respond(new double[]{45, 1}))
                .hasMessageStartingWith("stimulus [45.0, 1.0]");
        assertThatThrownBy(() -> neuron.respond(new double[]{Double.NaN}))
                .hasMessageStartingWith("stimulus [NaN]");
    }

    @Test
    void aBlankTrialThatWasNotRecordedIsAnError() throws IOException {
        Recording recording = Recording.read(CsvFile.of(folder, "a,45,0,1,0,1,1"));
        RecordedNeuron neuron = new RecordedNeuron(recording, new Selection("a"), 1);
        assertThatThrownBy(() -> neuron.respond(new double[0]))
                .hasMessageStartingWith("a blank trial was not recorded")
                .hasMessageEndingWith("45.0 and no blank trials");
    }

    private RecordedNeuron neuron(long seed) throws IOException {
        Path file = CsvFile.of(folder, "a,45,0,1,0,1,1", "a,45,0,1,1,2,1", "a,45,0,1,2,3,1", "a,45,0,1,3,4,1",
                "a,45,0,1,4,5,1", "a,90,0,1,0,20,1", "a,90,0,0.33,0,99,1", "a,,,0,0,0,1", "a,,,0,1,1,1");
        return new RecordedNeuron(Recording.read(file), new Selection("a"), seed);
    }

    private static int[] drawn(RecordedNeuron neuron, int trials, double... stimulus) {
        int[] counts = new int[trials];
        Arrays.setAll(counts, trial -> neuron.respond(stimulus));
        return counts;
    }
}
