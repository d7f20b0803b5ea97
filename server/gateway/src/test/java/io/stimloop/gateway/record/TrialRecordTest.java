package io.stimloop.gateway.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.v1.Maintained;
import io.stimloop.v1.NeuronChange;
import io.stimloop.v1.Outcome;
import io.stimloop.v1.Present;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialRecordTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private Path place() throws IOException {
        Path place = Files.createDirectory(folder.resolve("experiment"));
        Files.writeString(place.resolve(TrialRecords.SPEC), "{}");
        return place;
    }

    @Test
    void commandsAndOutcomesAreWrittenInTheirOrderBeforeTheRecordIsClosed() throws IOException {
        Path trials = place().resolve("trials.jsonl");
        try (TrialRecord record = new TrialRecord(trials, Files.newBufferedWriter(trials))) {
            record.add(Present.newBuilder().setTrial(1).addStimulus(45).build());
            record.add(Outcome.newBuilder().setTrial(1).addCounts(6).build());
            record.add(NeuronChange.newBuilder().setTrial(2).addDropped("left").setOperator("ann").build());
            record.add(Maintained.newBuilder().setTrials(1).setDescription("length 12").build());
        }
        assertThat(Files.readAllLines(trials)).containsExactly(
                "{\"present\":{\"trial\":\"1\",\"stimulus\":[45.0]}}",
                "{\"outcome\":{\"trial\":\"1\",\"counts\":[6]}}",
                "{\"neuronsChanged\":{\"trial\":\"2\",\"dropped\":[\"left\"],\"operator\":\"ann\"}}",
                "{\"maintained\":{\"trials\":\"1\",\"description\":\"length 12\"}}");
    }

    @Test
    void anExperimentWithoutATrialLeavesNoRecord() throws IOException {
        Path place = place();
        Path trials = place.resolve("trials.jsonl");
        new TrialRecord(trials, Files.newBufferedWriter(trials)).close();
        assertThat(place).doesNotExist();
    }

    @Test
    void whatComesAfterTheEndIsNotWritten() throws IOException {
        Path trials = place().resolve("trials.jsonl");
        TrialRecord record = new TrialRecord(trials, Files.newBufferedWriter(trials));
        record.add(Present.newBuilder().setTrial(1).build());
        record.end();
        record.add(Present.newBuilder().setTrial(2).build());
        record.close();
        assertThat(Files.readAllLines(trials)).containsExactly("{\"present\":{\"trial\":\"1\"}}");
    }
}
