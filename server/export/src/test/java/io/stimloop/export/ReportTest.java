package io.stimloop.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.v1.Halt;
import io.stimloop.v1.JournalRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReportTest {
    private static final String EVIL = "<script>alert('x')</script>\"><img src=x onerror=alert(1)>";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private String report(Path journal, String... more) throws IOException {
        Path out = folder.resolve("report.html");
        Files.deleteIfExists(out);
        Object[] words = new Object[4 + more.length];
        words[0] = "report";
        words[1] = journal;
        words[2] = "--out";
        words[3] = out;
        System.arraycopy(more, 0, words, 4, more.length);
        Commands done = Commands.run(words);
        assertThat(done.exitCode()).as(done.err()).isZero();
        return Files.readString(out);
    }

    @Test
    void itSaysWhatWasAskedAndLearnedAndHowTheLoopKeptTime() throws IOException {
        String page = report(
                SyntheticJournal.tuning(folder).trials(40).finished().write(folder.resolve("journal")));
        assertThat(page).contains("<h1>synthetic-1</h1>", "Lovelace, Ada; O&#39;Brien",
                "Lab &amp; Co, Université",
                "m1, Mus musculus, sex F, age P90D", "40, of which 40 were learned from", "What was asked",
                "direction", "infomax", "20 ms", "What was learned", "95% band", "a: what is predicted",
                "entropy of the belief after each trial", "How well the loop kept time", "deadline 20 ms",
                "The safety envelope refused nothing.", "DELIVERED", "recorded with Stimloop 0.1-test",
                "seed 3");
        // A command takes 1 ms more than the one before, up to 29 ms; of 40, those of 21 to 29 are late.
        assertThat(page).contains("9 of 40 (22.5%)");
    }

    @Test
    void aBalancedDesignIsSimulatedAndTheSameJournalGivesTheSameReport() throws IOException {
        Path journal = SyntheticJournal.tuning(folder).trials(30).finished().write(folder.resolve("journal"));
        String page = report(journal);
        Matcher answer = Pattern
                .compile("(\\d+(?:\\.5)?) trials \\(95% confidence interval ([\\d.]+) to ([\\d.]+)\\)")
                .matcher(page);
        assertThat(answer.find()).isTrue();
        assertThat(Double.parseDouble(answer.group(1))).isBetween(Double.parseDouble(answer.group(2)),
                Double.parseDouble(answer.group(3)));
        assertThat(page).contains("The median of 40 simulated experiments");
        assertThat(report(journal)).isEqualTo(page);
        assertThat(report(journal, "--no-simulation")).contains("Not simulated: it was not asked for.");
    }

    @Test
    void whatPeopleWroteIsNeverMarkup() throws IOException {
        SyntheticJournal journal = new SyntheticJournal(SyntheticJournal.TUNING.replace(
                "A test; <b>not</b> an experiment", EVIL.replace("\"", "\\\"")), folder, 1).trials(5);
        journal.add(JournalRecord.newBuilder().setHalted(Halt.newBuilder().setDetail(EVIL)));
        String page = report(journal.write(folder.resolve("journal")), "--no-simulation");
        assertThat(page).doesNotContain("<script", "<img", "onerror=alert(1)>")
                .contains("&lt;script&gt;alert(&#39;x&#39;)")
                .contains("default-src 'none'").doesNotContain("http://", "https://", "src=\"", "href=");
    }

    @Test
    void anExperimentWithoutATrialHasAReportToo() throws IOException {
        String page = report(SyntheticJournal.tuning(folder).write(folder.resolve("journal")));
        assertThat(page).contains("0, of which 0 were learned from", "No command left.",
                "Not simulated: nothing was learned.",
                "not when this was written");
    }
}
