package io.stimloop.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.stimloop.v1.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class TextExportTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private List<String> export(SyntheticJournal journal, String format) throws IOException {
        Path out = folder.resolve("out." + format);
        Commands done = Commands.run("export", journal.write(folder.resolve("journal-" + format)), "--format",
                format,
                "--out", out);
        assertThat(done.err()).isEmpty();
        assertThat(done.exitCode()).isZero();
        return Files.readAllLines(out);
    }

    private static List<String> table(List<String> lines) {
        return lines.stream().filter(line -> !line.startsWith("#")).toList();
    }

    @Test
    void aCsvFileExplainsItsColumnsAndTheirUnitsAndHasARowForEachTrial() throws IOException {
        List<String> lines = export(SyntheticJournal.tuning(folder).trials(25).finished(), "csv");
        assertThat(lines).contains("# experimenters: Lovelace, Ada; O'Brien",
                "# subject: m1, Mus musculus, sex F, age P90D", "# 2.020 s: finished: maxTrials: done",
                "#   decision_latency: from the arrival of the outcome before it to the leaving of the command, in seconds");
        List<String> table = table(lines);
        String[] names = table.getFirst().split(",");
        assertThat(names).contains("start_time", "stimulus_direction", "counts_a", "counts_b",
                "expected_information",
                "realised_information", "missed");
        assertThat(lines.stream().filter(line -> line.startsWith("#   ")))
                .as("every column is explained")
                .allSatisfy(line -> assertThat(names)
                        .anyMatch(name -> name.startsWith(line.substring(4, line.indexOf(':')))));
        assertThat(table).hasSize(26).allSatisfy(
                row -> assertThat(row.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1)).hasSameSizeAs(names));
    }

    @Test
    void whatThereIsNotIsAnEmptyFieldInCsv() throws IOException {
        SyntheticJournal journal = SyntheticJournal.tuning(folder);
        journal.taken(Outcome.newBuilder().setTrial(journal.command(90)).setInvalid(true));
        journal.command();
        List<String> table = table(export(journal, "csv"));
        List<String> names = Arrays.asList(table.getFirst().split(","));
        String[] invalid = table.get(1).split(",", -1);
        assertThat(invalid[names.indexOf("outcome")]).isEqualTo("INVALID");
        assertThat(invalid[names.indexOf("stimulus_direction")]).isEqualTo("90.0");
        assertThat(invalid[names.indexOf("presented_direction")]).isEmpty();
        assertThat(invalid[names.indexOf("counts_b")]).isEmpty();
        String[] open = table.get(2).split(",", -1);
        assertThat(open[names.indexOf("outcome")]).isEqualTo("OPEN");
        assertThat(open[names.indexOf("stop_time")]).isEmpty();
        assertThat(open[names.indexOf("stimulus_direction")]).isEmpty();
    }

    @Test
    void namesAndReasonsWithCommasQuotesAndFormulasStayOneField() throws IOException {
        SyntheticJournal journal = SyntheticJournal.tuning(folder).trials(1);
        var record = journal.records().stream().filter(r -> r.hasCommanded()).findFirst().orElseThrow();
        SyntheticJournal other = SyntheticJournal.tuning(folder);
        other.add(record.toBuilder().setCommanded(record.getCommanded().toBuilder().setReason("=1+1,\"x\"")
                .setPresent(record.getCommanded().getPresent().toBuilder().clearDecision())));
        List<String> table = table(export(other, "csv"));
        assertThat(table.get(1)).contains(",\" =1+1,\"\"x\"\"\",");
    }

    @Test
    void jsonLinesBeginWithAHeaderAndGoOnWithTrialsAndBeliefs() throws IOException {
        List<JsonNode> lines = export(SyntheticJournal.tuning(folder).trials(25).finished(), "jsonl").stream()
                .map(JsonMapper.builder().build()::readTree).toList();
        JsonNode header = lines.getFirst();
        assertThat(header.get("type").asString()).isEqualTo("header");
        assertThat(header.get("experiment").asString()).isEqualTo("synthetic-1");
        assertThat(header.get("spec").get("session").get("lab").asString()).isEqualTo("Lab & Co");
        assertThat(header.get("columns").valueStream().map(column -> column.get("name").asString() + " "
                + (column.has("unit") ? column.get("unit").asString() : "-")))
                .contains("start_time s", "stimulus_direction deg", "entropy nats", "missed -");
        List<JsonNode> trials = lines.stream().filter(line -> line.get("type").asString().equals("trial"))
                .toList();
        assertThat(trials).hasSize(25);
        assertThat(trials.get(24).get("trial").asInt()).isEqualTo(25);
        assertThat(trials.get(24).get("counts").size()).isEqualTo(2);
        assertThat(trials.get(24).get("expected_information").asDouble()).isEqualTo(1 / 25.0);
        assertThat(trials.get(24).get("decision_reason").asString()).isEqualTo("search: 8 of 8 scored");
        assertThat(trials.get(24).get("missed").asBoolean()).isTrue();
        List<JsonNode> beliefs = lines.stream().filter(line -> line.get("type").asString().equals("belief"))
                .toList();
        assertThat(beliefs).hasSize(26);
        assertThat(beliefs.get(25).get("neurons").get(1).get("name").asString()).isEqualTo("b");
        assertThat(beliefs.get(0).get("neurons").get(0).get("baseline").get("mean").asDouble()).isCloseTo(1.5,
                within(1e-12));
    }
}
