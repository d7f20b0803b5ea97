package io.stimloop.control.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How the operator is told what a belief warns of: a cell that prefers the end of the grid, or something beyond. */
class WarningsTest {
    private static final double EDGE = -10;

    private final Bench bench = Bench.ofSequence();
    private final RecordingPort rig = bench.connect();

    /** Many spikes at the edge, and hardly any elsewhere. */
    private void trials(int trials) {
        for (int trial = 0; trial < trials; trial++) {
            bench.count(rig, rig.lastPresent().getStimulus(0) == EDGE ? 21 : 1);
        }
    }

    @Test
    void massAtTheEdgeOfTheGridIsToldOnceAndNotAgainWhileItStays() {
        trials(40);

        assertThat(bench.listener.warnings).singleElement().satisfies(warnings -> assertThat(warnings)
                .singleElement().asString().startsWith("preferred: ")
                .endsWith("at the edge of the grid (-10.0)"));
        assertThat(bench.experiment.reading().join().belief().getWarningsList()).singleElement().asString()
                .startsWith("preferred: ");
    }

    @Test
    void itIsToldToBeGoneWhenItIs() {
        trials(10);
        for (int trial = 0; trial < 300; trial++) {
            bench.count(rig, rig.lastPresent().getStimulus(0) == 0 ? 9 : 1);
        }

        assertThat(bench.listener.warnings).hasSize(2);
        assertThat(bench.listener.warnings.getLast()).isEmpty();
    }

    @Test
    void nothingIsToldOfACellThatThePriorExpects() {
        for (int trial = 0; trial < 40; trial++) {
            bench.count(rig, rig.lastPresent().getStimulus(0) == 0 ? 9 : 1);
        }

        assertThat(bench.listener.warnings).isEmpty();
    }
}
