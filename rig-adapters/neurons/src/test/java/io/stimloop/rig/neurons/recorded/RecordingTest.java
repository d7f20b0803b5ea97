package io.stimloop.rig.neurons.recorded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordingTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void repeatsAreFoundByNeuronDispersionAndContrastAndSortedByDirection() throws IOException {
        Recording recording = Recording.read(CsvFile.of(folder, "a,90,0,1.0,0,7,1", "a,45,0,1.0,0,3,1",
                "a,45,0,1.0,1,5,1", "a,45,0,0.33,0,2,1", "a,45,1,1.0,0,4,1", "b,45,0,1.0,0,9,1",
                "a,,,0.0,0,1,1"));
        List<Repeats> repeats = recording.repeats(new Selection("a"));
        assertThat(repeats).extracting(Repeats::directionDeg).containsExactly(45.0, 90.0);
        assertThat(repeats.getFirst().counts()).containsExactly(3, 5);
        assertThat(recording.repeats(new Selection("a", 1, 1.0)).getFirst().counts()).containsExactly(4);
        assertThat(recording.neurons()).containsExactly("a", "b");
        assertThat(recording.blankCounts("a")).containsExactly(1);
        assertThat(recording.blankCounts("b")).isEmpty();
    }

    @Test
    void columnsAreFoundByNameWhereverTheyStand() throws IOException {
        Path file = CsvFile.withHeader(folder,
                "\uFEFFspike_count, duration_s ,comment,repeat,contrast,dispersion,direction_deg,neuron",
                "8,1.0006,\"fine, really\",0,1.0,0,120.0,a");
        assertThat(Recording.read(file).repeats(new Selection("a")).getFirst().counts()).containsExactly(8);
    }

    @Test
    void directionsThatAreTheSameAngleAreOne() throws IOException {
        Path file = CsvFile.of(folder, "a,0,0,1,0,1,1", "a,360,0,1,1,2,1", "a,-0.0000005,0,1,2,3,1",
                "a,-90,0,1,0,4,1");
        List<Repeats> repeats = Recording.read(file).repeats(new Selection("a"));
        assertThat(repeats).extracting(Repeats::directionDeg).containsExactly(0.0, 270.0);
        assertThat(repeats.getFirst().counts()).containsExactly(1, 2, 3);
    }

    @Test
    void meanAndScatterAreThoseOfTheRepeats() {
        Repeats repeats = new Repeats(0, new int[]{2, 4, 9});
        assertThat(repeats.mean()).isEqualTo(5);
        assertThat(repeats.sd()).isCloseTo(Math.sqrt(13), within(1e-12));
        assertThat(repeats.standardError()).isCloseTo(Math.sqrt(13.0 / 3), within(1e-12));
        assertThat(new Repeats(0, new int[]{2}).sd()).isNaN();
    }

    @ParameterizedTest
    @ValueSource(strings = {"neuron", "direction_deg", "dispersion", "contrast", "repeat", "spike_count",
            "duration_s"})
    void aMissingColumnIsNamedWithTheHeaderThatIsThere(String column) throws IOException {
        Path file = CsvFile.withHeader(folder, CsvFile.HEADER.replace(column, "other"), "a,0,0,1,0,1,1");
        assertThatThrownBy(() -> Recording.read(file)).isInstanceOf(RecordingException.class)
                .hasMessageStartingWith(file + ":1: " + column + ": column is missing")
                .hasMessageContaining("the header is '").hasMessageContaining("must have " + CsvFile.HEADER);
    }

    @Test
    void aColumnThatIsThereTwiceIsRefused() throws IOException {
        Path file = CsvFile.withHeader(folder, CsvFile.HEADER + ",neuron", "a,0,0,1,0,1,1,b");
        assertThatThrownBy(() -> Recording.read(file))
                .hasMessageStartingWith(file + ":1: neuron: column is there more than once");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "a,east,0,1,0,1,1   | direction_deg: is 'east', must be a direction in degrees",
            "a,NaN,0,1,0,1,1    | direction_deg: is 'NaN', must be a direction in degrees",
            "a,0,-1,1,0,1,1     | dispersion: is '-1', must be a number, 0",
            "a,0,,1,0,1,1       | dispersion: is '', must be a number, 0",
            "a,0,0,1.5,0,1,1    | contrast: is '1.5', must be a number from 0 to 1",
            "a,0,0,1,x,1,1      | repeat: is 'x', must be a whole number from 0",
            "a,0,0,1,0,-3,1     | spike_count: is '-3', must be a whole number from 0 to 100000",
            "a,0,0,1,0,2.5,1    | spike_count: is '2.5', must be a whole number from 0 to 100000",
            "a,0,0,1,0,4e9,1    | spike_count: is '4e9', must be a whole number from 0 to 100000",
            "a,0,0,1,0,1,0      | duration_s: is '0', must be a number of seconds above 0",
            "' ,0,0,1,0,1,1'    | neuron: is empty, must be the name of the neuron",
            "a,0,0,1,0,1        | row has 6 values, must have 7",
            "a,0,0,1,0,1,1,1    | row has 8 values, must have 7",
            "\"a\"x,0,0,1,0,1,1 | Invalid character"})
    void aFaultIsNamedWithFileAndLine(String row, String fault) throws IOException {
        Path file = CsvFile.of(folder, "b,0,0,1,0,1,1", "", row, "b,0,0,1,1,1,1");
        assertThatThrownBy(() -> Recording.read(file)).isInstanceOf(RecordingException.class)
                .message().startsWith(file + ":4: ").contains(fault).hasLineCount(1);
    }

    @Test
    void theLineIsRightForALastRowWithoutLineBreak() throws IOException {
        Path file = Files.writeString(folder.resolve("x.csv"),
                CsvFile.HEADER + "\nb,0,0,1,0,1,1\nb,0,0,1,1,?,1");
        assertThatThrownBy(() -> Recording.read(file)).hasMessageStartingWith(file + ":3: spike_count");
    }

    @Test
    void allFaultsAreToldAtOnceUpToTwenty() throws IOException {
        String[] rows = IntStream.range(0, 25).mapToObj(repeat -> "a,0,0,1," + repeat + ",?,1")
                .toArray(String[]::new);
        assertThatThrownBy(() -> Recording.read(CsvFile.of(folder, rows))).message().contains(":2: ", ":21: ")
                .doesNotContain(":22: ").endsWith("and 5 faults more");
    }

    @Test
    void aRepeatThatIsThereTwiceIsRefused() throws IOException {
        Path file = CsvFile.of(folder, "a,0,0,1,0,1,1", "a,0,0,1,1,2,1", "a,0,0,1,0,3,1");
        assertThatThrownBy(() -> Recording.read(file)).message()
                .startsWith(file + ":4: repeat: is 0 for the same condition as in " + file + ":2");
    }

    @Test
    void aFileWithoutTrialsIsRefused() throws IOException {
        assertThatThrownBy(() -> Recording.read(CsvFile.of(folder))).hasMessageContaining("has no trials");
        Path empty = Files.createFile(folder.resolve("empty.csv"));
        assertThatThrownBy(() -> Recording.read(empty)).hasMessageStartingWith(empty + ": has no trials");
    }

    @Test
    void aFileThatIsNotTextIsRefused() throws IOException {
        Path file = Files.write(folder.resolve("x.csv"), "n\u00e9uron".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> Recording.read(file)).hasMessage(file + ": is not text in UTF-8");
    }

    @Test
    void aFileThatIsNotThereIsTheCallersToReport() {
        assertThatThrownBy(() -> Recording.read(folder.resolve("none.csv")))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void anUnknownNeuronIsAnsweredWithThoseThereAre() throws IOException {
        Path file = CsvFile.of(folder, "b,0,0,1,0,1,1", "a,0,0,1,0,1,1");
        assertThatThrownBy(() -> Recording.read(file).repeats(new Selection("c")))
                .isInstanceOf(RecordingException.class)
                .hasMessage(file + ": no neuron 'c'; there are a, b");
    }

    @Test
    void aConditionThatWasNotRecordedIsAnsweredWithThoseThatWere() throws IOException {
        Path file = CsvFile.of(folder, "a,0,0,1,0,1,1", "a,0,2,0.33,0,1,1", "b,0,0,0.5,0,1,1");
        assertThatThrownBy(() -> Recording.read(file).repeats(new Selection("a", 0, 0.5)))
                .hasMessage(
                        file + ": no trials of neuron a (dispersion 0.0, contrast 0.5); there are dispersion"
                                + " and contrast 0.0 and 1.0, 2.0 and 0.33");
    }
}
