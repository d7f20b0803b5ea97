package io.stimloop.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.control.experiment.DecisionTimes;
import io.stimloop.control.experiment.TrialListener;
import io.stimloop.planning.decision.Decision;
import io.stimloop.planning.decision.DecisionSource;
import io.stimloop.v1.Outcome;
import io.stimloop.v1.Present;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the page keeps of the course of an experiment. */
class ChronicleTest {
    private static final long MS = 1_000_000;
    private static final double DEADLINE_MS = 50;
    private static final long DEADLINE_NANOS = 50 * MS;
    /** Eight hours of ten trials a second. */
    private static final long EIGHT_HOURS = 288_000;

    private final Pauses pauses = new Pauses();
    private final Chronicle chronicle = new Chronicle(2, DEADLINE_MS, pauses);

    @AfterEach
    void stop() {
        pauses.close();
    }

    private void tell(Happening happening) {
        chronicle.queue().add(happening);
    }

    /** One trial, whose command took so long, at 100 ms a trial. */
    private void trial(long number, long tookMs) {
        tell(new Happening.Commanded(
                Present.newBuilder().setTrial(number).addStimulus((int) (number % 16)).build()));
        tell(new Happening.Decided(
                Decision.unscored(new double[]{(int) (number % 16)}, DecisionSource.DESIGN, 16, tookMs * MS,
                        0),
                new DecisionTimes(0, MS, tookMs * MS - MS, tookMs * MS, DEADLINE_NANOS), number * 100));
        tell(new Happening.Taken(Outcome.newBuilder().setTrial(number).addCounts(5).build(), false));
        tell(new Happening.Received(TrialListener.Reception.LEARNED));
        tell(new Happening.Learned(number, 10.0 / number));
        if (number % 50 == 0) {
            tell(new Happening.Noted(Severity.INFO, "something of trial " + number, number * 100));
        }
        chronicle.catchUp(number * 100);
    }

    private int bytes() {
        return Json.bytes(chronicle.history().after(0, Long.MAX_VALUE, Integer.MAX_VALUE)).length
                + Json.bytes(chronicle.log().after(0)).length + Json.bytes(chronicle.tempo().bars()).length
                + Json.bytes(pauses.shown()).length;
    }

    @Test
    void eightHoursHoldNoMoreThanOne() {
        LongStream.rangeClosed(1, EIGHT_HOURS / 8).forEach(number -> trial(number, 2));
        int afterOne = bytes();
        LongStream.rangeClosed(EIGHT_HOURS / 8 + 1, EIGHT_HOURS).forEach(number -> trial(number, 2));

        assertThat(chronicle.history().size()).isLessThanOrEqualTo(chronicle.history().most());
        assertThat(chronicle.log().after(0).events()).hasSize(500);
        // Numbers get longer by a digit; objects do not get more.
        assertThat((double) bytes()).isLessThan(1.5 * afterOne);
    }

    @Test
    void theLatestTrialsAreAllThereAndOfTheOldestSome() {
        LongStream.rangeClosed(1, EIGHT_HOURS).forEach(number -> trial(number, 2));
        TrialColumns all = chronicle.history().after(0, Long.MAX_VALUE, Integer.MAX_VALUE);
        assertThat(all.trial()[0]).isEqualTo(1);
        assertThat(all.last()).isEqualTo(EIGHT_HOURS);
        assertThat(chronicle.history().after(EIGHT_HOURS - 1_000, Long.MAX_VALUE, 5_000).trial())
                .containsExactly(LongStream.rangeClosed(EIGHT_HOURS - 999, EIGHT_HOURS).toArray());
        assertThat(all.trial()).isSorted();
        for (int row = 0; row < all.trial().length; row++) {
            assertThat(all.entropyNats()[row]).isEqualTo(10.0 / all.trial()[row]);
        }
    }

    @Test
    void whoeverTellsIsNeverHeldUpAndWhatIsTooMuchIsCounted() {
        for (int i = 0; i < Happenings.MOST_WAITING + 7; i++) {
            tell(new Happening.Received(TrialListener.Reception.REPEATED));
        }
        chronicle.catchUp(0);
        assertThat(chronicle.log().after(0).events()).singleElement()
                .satisfies(event -> assertThat(event.text()).startsWith("7 messages were too many"));
    }

    @Test
    void aMissHasItsCause() {
        trial(1, 10);
        trial(2, 80);
        TrialColumns trials = chronicle.history().after(0, Long.MAX_VALUE, 10);
        assertThat(trials.missed()).containsExactly(false, true);
        assertThat(trials.cause()).containsExactly("", "planning took 78.0 ms");
        assertThat(chronicle.tempo().missedOf100()).isEqualTo(1);

        DecisionTimes late = new DecisionTimes(0, 60 * MS, 61 * MS, 62 * MS, 50 * MS);
        assertThat(Chronicle.cause(late, 12))
                .isEqualTo("waiting and learning took 60.0 ms, of which the garbage collector 12 ms");
        assertThat(Chronicle.cause(new DecisionTimes(0, MS, 2 * MS, 90 * MS, 50 * MS), 0))
                .isEqualTo("sending took 88.0 ms");
    }

    @Test
    void theHistogramHasTheDeadlineAsABoundAndCountsEveryDecision() {
        LongStream.rangeClosed(1, 10).forEach(number -> trial(number, number <= 9 ? 10 : 3_000));
        Tempo.Bars bars = chronicle.tempo().bars();
        assertThat(bars.upperMs()).contains(DEADLINE_MS);
        assertThat(LongStream.of(bars.count()).sum()).isEqualTo(10);
        assertThat(bars.count()[bars.count().length - 1]).isEqualTo(1);
    }

    @Test
    void theRateIsThatOfTheLatestTrialsAndNoneWhereTheLoopStandsStill() {
        LongStream.rangeClosed(1, 30).forEach(number -> trial(number, 2));
        assertThat(chronicle.ratePerSecond(3_050)).isEqualTo(10);
        assertThat(chronicle.ratePerSecond(60_000)).isZero();
    }
}
