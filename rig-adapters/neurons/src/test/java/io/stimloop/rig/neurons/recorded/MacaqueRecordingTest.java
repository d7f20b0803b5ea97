package io.stimloop.rig.neurons.recorded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The really recorded neurons that may lie beside the checkout (or where {@code -Dstimloop.shared} says). */
class MacaqueRecordingTest {
    private Path file = Path.of("");

    @BeforeEach
    void findTheRecording() {
        Path shared = Path.of(System.getProperty("stimloop.shared", "../../../shared"));
        file = shared.resolve("data").resolve("macaque_gratings.csv").toAbsolutePath().normalize();
        assumeTrue(Files.exists(file), () -> "needs data: no recording at " + file
                + "; say where shared/ is with -Dstimloop.shared=FOLDER");
    }

    @Test
    void hasThreeNeuronsOfSixteenDirections() throws IOException {
        Recording recording = Recording.read(file);
        assertThat(recording.neurons()).containsExactly("m620r12", "m624l54", "m625r62");
        for (String neuron : recording.neurons()) {
            assertThat(recording.repeats(new Selection(neuron))).as(neuron).hasSize(16);
            assertThat(recording.blankCounts(neuron).length).as("blanks of " + neuron).isBetween(130, 160);
        }
    }

    @Test
    void everyRepeatOfEveryDirectionIsAnsweredEvenWhereSomeAreMissing() throws IOException {
        Recording recording = Recording.read(file);
        for (String name : recording.neurons()) {
            RecordedNeuron neuron = new RecordedNeuron(recording, new Selection(name), 5);
            for (Repeats repeats : neuron.directions()) {
                double total = 0;
                for (int trial = 0; trial < repeats.counts().length; trial++) {
                    total += neuron.respond(new double[]{repeats.directionDeg()});
                }
                assertThat(total / repeats.counts().length).as("%s at %s", name, repeats.directionDeg())
                        .isCloseTo(repeats.mean(), within(1e-9));
            }
        }
    }

    @Test
    void theLessRecordedNeuronHasEightOrNineRepeats() throws IOException {
        List<Repeats> repeats = Recording.read(file).repeats(new Selection("m625r62"));
        assertThat(repeats).extracting(each -> each.counts().length).containsOnly(8, 9);
        assertThat(repeats.getFirst().directionDeg()).isEqualTo(17.5);
    }
}
