package io.stimloop.control.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Duration;
import io.stimloop.control.experiment.DecisionTimes;
import io.stimloop.control.journal.FileDisk;
import io.stimloop.control.journal.Journal;
import io.stimloop.control.journal.JournalReader;
import io.stimloop.control.journal.JournalSettings;
import io.stimloop.control.journal.JournalSetup;
import io.stimloop.control.journal.JournalThread;
import io.stimloop.control.safety.Rule;
import io.stimloop.planning.decision.Decision;
import io.stimloop.planning.decision.DecisionSource;
import io.stimloop.v1.JournalRecord;
import io.stimloop.v1.Present;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalEventsTest {
    private static final Decision DECISION = Decision.unscored(new double[]{5}, DecisionSource.DESIGN, 1, 0,
            0);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final JournalKeeper keeper = new JournalKeeper(() -> 7, () -> Instant.EPOCH, List.of());

    private void command(long trial) {
        keeper.events().commanded(Present.newBuilder().setTrial(trial).addStimulus(5).build(), DECISION,
                () -> "why");
        keeper.events().decided(DECISION, new DecisionTimes(0, 0, 0, 3_000, 0));
    }

    @Test
    void whatTheEnvelopeRefusedStandsWithTheCommandThatFollowed() throws IOException {
        FileDisk disk = new FileDisk(folder);
        JournalRecord opened = JournalRecord.newBuilder().setOpened(JournalRecord.Opened.newBuilder())
                .build();
        keeper.keep(Journal.create(new JournalSetup(disk, JournalSettings.STANDARD, System::nanoTime,
                new JournalThread("test"), "a test"), List.of(opened).iterator(), keeper), failure -> {},
                free -> {});
        keeper.events().refusedByEnvelope(Rule.RANGE);
        command(1);
        command(2);
        keeper.close();

        List<JournalRecord> commands = new ArrayList<>();
        var _ = JournalReader.read(disk, (number, record) -> {
            if (record.hasCommanded()) {
                commands.add(record);
            }
        });
        assertThat(commands).hasSize(2);
        assertThat(commands.getFirst().getAtNanos()).isEqualTo(7);
        assertThat(commands.getFirst().getCommanded().getReason()).isEqualTo("why");
        assertThat(commands.getFirst().getCommanded().getTook())
                .isEqualTo(Duration.newBuilder().setNanos(3_000).build());
        assertThat(commands.getFirst().getCommanded().getRefusedList())
                .extracting(JournalRecord.Refusal::getReason)
                .containsExactly(Rule.RANGE.subject());
        assertThat(commands.getLast().getCommanded().getRefusedList()).isEmpty();
    }
}
