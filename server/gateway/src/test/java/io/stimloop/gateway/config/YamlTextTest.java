package io.stimloop.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlTextTest {
    @Test
    void aSyntaxErrorIsReportedWhereItIs() {
        assertThat(Readings.faults("name: tuning\nneurons: [{name: cell}\nmodel: 3\n")).singleElement()
                .asString()
                .startsWith("x.yaml:3:1: is no YAML: while parsing a flow sequence, expected ',' or ']'");
        assertThat(Readings.faults("a:\n\tb: 3\n")).singleElement().asString()
                .startsWith("x.yaml:2:1: is no YAML: while scanning for the next token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "# only a comment\n"})
    void anEmptyFileSaysSo(String text) {
        assertThat(Readings.faults(text)).containsExactly(
                "x.yaml:1:1: is empty: an experiment begins with its name, as in name: tuning");
    }

    @Test
    void aDocumentOfNothingIsASpecOfNothing() {
        assertThat(Readings.faults("---\n")).contains(
                "x.yaml:2:1: neurons: has 0 entries: give from 1 to 1000");
    }

    @Test
    void somethingElseThanAGroupOfFieldsIsRefused() {
        assertThat(Readings.faults("- name: tuning\n"))
                .containsExactly("x.yaml:1:1: must be a group of fields (name, "
                        + "seed, neurons, stimulus, model, objective, planner, safety, stopping, belief, modelCheck, simulation, session), is a list");
    }

    @Test
    void aliasesTagsAndFurtherDocumentsAreRefusedWithTheirPlaces() {
        assertThat(Readings.faults("""
                name: &n tuning
                neurons: [{name: *n}, {name: *n}]
                seed: !big 7
                safety: !!map {}
                ---
                name: other
                """)).containsExactly(
                "x.yaml:2:18: an alias (*name) is not allowed here: write the value out",
                "x.yaml:2:30: an alias (*name) is not allowed here: write the value out",
                "x.yaml:3:7: a tag (!name) is not allowed here: write the value alone",
                "x.yaml:4:9: a tag (!name) is not allowed here: write the value alone",
                "x.yaml:5:1: a second document is not allowed here: one a file");
    }

    @Test
    void aBombOfAliasesIsNotUnfolded() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [1, 1]\n");
        for (int i = 1; i < 60; i++) {
            bomb.append("a").append(i).append(": &a").append(i).append(" [*a").append(i - 1).append(", *a")
                    .append(i - 1).append("]\n");
        }

        assertThat(Readings.faults(bomb.toString())).hasSize(101).last().asString()
                .contains("has 18 more faults");
    }

    @ParameterizedTest
    @CsvSource({"[, 33", "{a: , 97", "'- ', 65"})
    void deepNestingIsRefusedBeforeItCostsStack(String opening, int column) {
        assertThat(Readings.faults(opening.repeat(100_000))).containsExactly(
                "x.yaml:1:" + column + ": is nested too deep: at most 32 levels");
    }

    @Test
    void textThatIsNotUtf8IsRefusedWhereItStops() {
        byte[] latin1 = "name: tuning\nunit: °\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(Readings.faults(ExperimentFile.read("x.yaml", latin1, Readings.BUDGET_BYTES)))
                .containsExactly("x.yaml:2:7: is no UTF-8 text from here on: save it as UTF-8");
        byte[] cut = {'a', ':', ' ', (byte) 0xc3};
        assertThat(Readings.faults(ExperimentFile.read("x.yaml", cut, Readings.BUDGET_BYTES)))
                .containsExactly("x.yaml:1:4: is no UTF-8 text from here on: save it as UTF-8");
    }

    @Test
    void controlCharactersAreRefusedWhereTheyStand() {
        assertThat(Readings.faults("name: tuning\nseed: \u0007\n")).containsExactly(
                "x.yaml:2:7: has a character that YAML does not allow: code point 7");
    }

    @Test
    void aFileOfMoreThanAMegabyteIsRefused() {
        assertThat(Readings.faults(" ".repeat((1 << 20) + 1))).containsExactly(
                "x.yaml:1:1: is larger than 1 MiB: an experiment needs a few kB");
        assertThat(Readings.faults(Readings.RIGHT + " ".repeat((1 << 20) - Readings.RIGHT.length())))
                .isEmpty();
    }

    @Test
    void aByteOrderMarkAndWindowsLineEndsAreNoFaults() {
        assertThat(Readings.faults("\ufeff" + Readings.RIGHT.replace("\n", "\r\n"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'%YAML 3.0\n---\na: 1\n'", "'%YAML 99999999999999.1\n---\na: 1\n'", "'\"\\U99999999\"'",
            "'a: \"\\xZZ\"'", "'%TAG ! !!\n---\na'", "'? ? ? a'", "'|999999999999\n a'", "'!<%ff%ff> a'",
            "'&\n*\n'"})
    void oddPiecesOfYamlAreFaultsAndNotExceptions(String text) {
        assertThat(Readings.faults(text)).isNotEmpty();
    }
}
