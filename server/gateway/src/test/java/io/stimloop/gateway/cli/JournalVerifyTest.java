package io.stimloop.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.control.journal.FileDisk;
import io.stimloop.control.journal.Journal;
import io.stimloop.control.journal.JournalListener;
import io.stimloop.control.journal.JournalSettings;
import io.stimloop.control.journal.JournalSetup;
import io.stimloop.control.journal.JournalThread;
import io.stimloop.v1.JournalRecord;
import io.stimloop.v1.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What a person sees who asks whether a journal is right. */
final class JournalVerifyTest {
    private static final JournalSettings SMALL = new JournalSettings(1024, 1024, 100, 0, 0);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path data;
    private Path journal = Path.of("");

    @BeforeEach
    void keepAJournal() throws IOException {
        journal = data.resolve("experiments").resolve("tuning");
        JournalSetup setup = new JournalSetup(FileDisk.create(journal), SMALL, System::nanoTime,
                new JournalThread("journal"), "the test");
        try (Journal open = Journal.create(setup, List.of(taken(1)).iterator(), new Silent())) {
            open.append(taken(2));
        }
    }

    private static JournalRecord taken(long trial) {
        return JournalRecord.newBuilder()
                .setTaken(JournalRecord.Taken.newBuilder().setOutcome(Outcome.newBuilder().setTrial(trial)))
                .build();
    }

    private static final class Silent implements JournalListener {
        @Override
        public void accepted(long record, long trial) {}

        @Override
        public void durable(long record, long trial) {}

        @Override
        public void failed(Throwable failure) {}
    }

    private void change(int at) throws IOException {
        Path segment = journal.resolve("000001.journal");
        byte[] bytes = Files.readAllBytes(segment);
        bytes[at] ^= 4;
        Files.write(segment, bytes);
    }

    @Test
    void saysThatAJournalIsRight() {
        Typed verify = Typed.command("journal", "verify", journal.toString());

        assertThat(verify.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(verify.out()).isEqualToNormalizingNewlines(
                journal + ": right: 2 records, 2 trials, 1 segments, closed in good order\n");
    }

    @Test
    void findsTheJournalsInTheDataFolder() {
        JsonNode verdict = Typed.command("journal", "verify", "--json", data.toString()).json();

        assertThat(verdict.get("journal").asString()).isEqualTo(journal.toString());
        assertThat(verdict.get("right").asBoolean()).isTrue();
        assertThat(verdict.get("records").asInt()).isEqualTo(2);
        assertThat(verdict.has("fault")).isFalse();
    }

    @Test
    void saysWhatIsWrongAndWhere() throws IOException {
        change(100);
        Typed verify = Typed.command("journal", "verify", journal.toString());
        JsonNode verdict = Typed.command("journal", "verify", "--json", journal.toString()).json();

        assertThat(verify.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(verify.out()).startsWith(journal + ": DAMAGED: " + journal.resolve("000001.journal")
                + ", byte 64, after record 0: the record here was on the disk whole, says byte ");
        assertThat(verdict.get("right").asBoolean()).isFalse();
        assertThat(verdict.get("file").asString()).isEqualTo(journal.resolve("000001.journal").toString());
        assertThat(verdict.get("offset").asInt()).isEqualTo(64);
    }

    @Test
    void saysHowMuchIsUnfinished() throws IOException {
        change(999);

        assertThat(Typed.command("journal", "verify", journal.toString()).out())
                .matches("(?s).*: right: 2 records, .* bytes at its end are unfinished\\R");
    }

    @Test
    void looksAtOneSegmentByItself() throws IOException {
        String segment = journal.resolve("000001.journal").toString();
        assertThat(Typed.command("journal", "verify", segment).out()).contains(": right: 2 records");
        change(20);

        assertThat(Typed.command("journal", "verify", segment).out()).contains("DAMAGED")
                .contains("byte 0").contains("the checksum of the header");
    }

    @Test
    void refusesAPlaceWithoutAJournal() {
        Typed nowhere = Typed.command("journal", "verify", data.resolve("nowhere").toString());
        assertThat(nowhere.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
        assertThat(nowhere.err()).contains("there is no such file or folder");
    }
}
