package io.stimloop.inference.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.BeliefSource;
import io.stimloop.inference.belief.BeliefState;
import io.stimloop.inference.belief.Maintenance;
import io.stimloop.inference.belief.ParameterSummary;
import io.stimloop.inference.belief.Truth;
import io.stimloop.inference.grid.Refined.Shown;
import io.stimloop.inference.points.GroupedTrials;
import io.stimloop.inference.response.Levels;
import io.stimloop.numerics.random.Streams;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

/** A coarse grid that follows its mass, beside a fine grid that stays. */
final class RefiningBeliefTest {
    private static final List<Shown> TRIALS = Refined.trials(Refined.bumpAtWork(), Refined.STIMULI, 80);

    @Test
    void aCoarseGridFollowsTheMeanCurveOfAFineOne() {
        Belief refined = Refined.after(Refined.coarse().refined(Refinement.USUAL), TRIALS);
        Belief fine = Refined.after(Refined.fine(), TRIALS);
        Belief stays = Refined.after(Refined.coarse(), TRIALS);
        assertThat(distance(refined, fine)).as("spikes").isLessThan(0.15);
        assertThat(distance(stays, fine)).as("the floor of the coarse grid").isGreaterThan(2);
        for (int p = 0; p < 4; p++) {
            ParameterSummary found = refined.parameters().get(p);
            ParameterSummary wanted = fine.parameters().get(p);
            assertThat(found.mean()).as("%s", wanted).isCloseTo(wanted.mean(), within(0.1 * wanted.sd()));
            assertThat(found.sd()).as("%s", wanted).isCloseTo(wanted.sd(), within(0.1 * wanted.sd()));
        }
    }

    /** Root of the mean square, over the stimuli. */
    private static double distance(Belief one, Belief other) {
        double sum = 0;
        for (double[] stimulus : Refined.STIMULI) {
            double[][] at = {stimulus};
            double off = one.curve(at).getFirst().mean() - other.curve(at).getFirst().mean();
            sum += off * off;
        }
        return Math.sqrt(sum / Refined.STIMULI.length);
    }

    @Test
    void aPointModelIsRefinedToo() {
        Truth subject = Refined.coarseWeibull()
                .truth(Map.of("threshold", -17.3, "slope", 3.4, "lapse", 0.02));
        List<Shown> trials = Refined.trials(subject, Refined.LEVELS, 1_500);
        Belief refined = Refined.after(Refined.coarseWeibull().refined(Refinement.USUAL), trials);
        Belief fine = Refined.after(
                Refined.weibull(Levels.linear(-24, -10, 141), Levels.linear(1, 6, 101)), trials);
        for (int p = 0; p < 2; p++) {
            ParameterSummary wanted = fine.parameters().get(p);
            assertThat(refined.parameters().get(p).mean()).as("%s", wanted)
                    .isCloseTo(wanted.mean(), within(0.1 * wanted.sd()));
            assertThat(refined.parameters().get(p).sd()).as("%s", wanted)
                    .isCloseTo(wanted.sd(), within(0.1 * wanted.sd()));
        }
        double finerSteps = Math.log(4 / 0.1) + Math.log(0.5 / 0.05);
        assertThat(refined.entropyNats()).as("in cells of the first grid")
                .isCloseTo(fine.entropyNats() - finerSteps, within(0.02));
    }

    @Test
    void aDirectionIsRefinedAcrossTheEndOfItsTurn() {
        TuningCurveSource source = Refined.direction(Levels.linear(0, 330, 12));
        Truth truth = source.truth(
                Map.of("baseline", 1.0, "amplitude", 20.0, "preferred", 358.0, "width", 30.0));
        List<Shown> trials = Refined.trials(truth, Refined.DIRECTIONS, 200);
        ParameterSummary found = Refined.after(source.refined(Refinement.USUAL), trials).parameters().get(2);
        ParameterSummary wanted = Refined.after(Refined.direction(Levels.linear(0, 359.75, 1_440)), trials)
                .parameters().get(2);
        assertThat(wanted.sd()).isLessThan(2);
        assertThat(Math.IEEEremainder(found.mean() - wanted.mean(), 360)).isCloseTo(0,
                within(0.05 * wanted.sd()));
        assertThat(found.sd()).isCloseTo(wanted.sd(), within(0.05 * wanted.sd()));
    }

    @Test
    void aGridThatEndsTooEarlyIsMoved() {
        TuningCurveSource source = Refined.direction(Levels.linear(0, 330, 12));
        Belief belief = source.refined(new Refinement(1.5, 2)).create();
        Truth early = source.truth(
                Map.of("baseline", 1.0, "amplitude", 20.0, "preferred", 60.0, "width", 30.0));
        Truth late = source.truth(
                Map.of("baseline", 1.0, "amplitude", 20.0, "preferred", 150.0, "width", 30.0));
        Refined.taught(belief, Refined.trials(early, Refined.DIRECTIONS, 40));
        assertThat(belief.parameters().get(2).mean()).isCloseTo(60, within(5.0));
        List<Shown> more = Refined.trials(late, Refined.DIRECTIONS, 2_000);
        Refined.taught(belief, more);
        assertThat(belief.parameters().get(2).mean()).isCloseTo(150, within(5.0));
    }

    @Test
    void theSameTrialsGiveTheSameBitsAndARestoredBeliefGoesOnWithThem() {
        BeliefSource source = Refined.coarse().refined(Refinement.USUAL);
        Belief once = Refined.after(source, TRIALS);
        Belief restored = source.restore(Refined.after(source, TRIALS.subList(0, 50)).state());
        Refined.taught(restored, TRIALS.subList(50, 80));
        Belief copied = Refined.taught(Refined.after(source, TRIALS.subList(0, 30)).copy(),
                TRIALS.subList(30, 80));
        for (Belief again : List.of(Refined.after(source, TRIALS), restored, copied)) {
            assertThat(again.entropyNats()).isEqualTo(once.entropyNats());
            assertThat(again.state().arrays().keySet()).isEqualTo(once.state().arrays().keySet());
            again.state().arrays().forEach((name, values) -> assertThat(values).as(name)
                    .containsExactly(once.state().arrays().get(name)));
        }
    }

    @Test
    void whatWasRefinedIsRecordedAndTold() {
        RefiningBelief belief = refining();
        List<String> told = new ArrayList<>();
        for (Shown trial : TRIALS) {
            belief.condition(trial.stimulus(), trial.response());
            belief.maintenance().map(Maintenance::run).ifPresent(result -> {
                result.adopt();
                told.add(result.description());
            });
        }
        List<GridRefinement> written = GridRefinement.read(belief.state(), "refinements", 4);
        assertThat(written).hasSizeBetween(2, 40)
                .isSortedAccordingTo(Comparator.comparingLong(GridRefinement::trial));
        assertThat(written.getFirst().trial()).isBetween(1L, 80L);
        assertThat(told).hasSizeBetween(2, written.size());
        assertThat(told.getLast()).startsWith("grid: ").contains("preferred from 3.")
                .contains("amplitude from ");
    }

    private static RefiningBelief refining() {
        return (RefiningBelief) Refined.coarse().refined(Refinement.USUAL).create();
    }

    @Test
    void trialsThatComeWhileTheGridIsLaidAreNotLost() {
        RefiningBelief late = Refined.taught(refining(), TRIALS.subList(0, 5));
        TRIALS.subList(5, 30).forEach(trial -> late.condition(trial.stimulus(), trial.response()));
        Maintenance due = late.maintenance().orElseThrow();
        Maintenance.Result result = due.run();
        TRIALS.subList(30, 50).forEach(trial -> late.condition(trial.stimulus(), trial.response()));
        result.adopt();
        RefiningBelief prompt = Refined.taught(refining(), TRIALS.subList(0, 5));
        TRIALS.subList(5, 30).forEach(trial -> prompt.condition(trial.stimulus(), trial.response()));
        prompt.maintenance().orElseThrow().run().adopt();
        TRIALS.subList(30, 50).forEach(trial -> prompt.condition(trial.stimulus(), trial.response()));
        assertThat(late.trials()).isEqualTo(50);
        assertThat(late.state().arrays().get("refinements")).isNotEmpty()
                .containsExactly(prompt.state().arrays().get("refinements"));
        assertThat(late.state().arrays().get("logs")).containsExactly(prompt.state().arrays().get("logs"));
    }

    @Test
    void workThatWasBegunAnewOrMissedTooMuchChangesNothing() {
        RefiningBelief belief = Refined.taught(refining(), TRIALS.subList(0, 5));
        TRIALS.subList(5, 30).forEach(trial -> belief.condition(trial.stimulus(), trial.response()));
        Maintenance old = belief.maintenance().orElseThrow();
        Maintenance slow = belief.maintenance().orElseThrow();
        double before = belief.entropyNats();
        old.run().adopt();
        assertThat(belief.entropyNats()).isEqualTo(before);
        for (int t = 0; t < 600; t++) {
            belief.condition(TRIALS.get(t % 80).stimulus(), TRIALS.get(t % 80).response());
        }
        double learned = belief.entropyNats();
        slow.run().adopt();
        assertThat(belief.entropyNats()).isEqualTo(learned);
        assertThat(belief.trials()).isEqualTo(630);
    }

    @Test
    void tooManyDifferentTrialsAreNotKeptAndTheOperatorIsTold() {
        RefiningBelief belief = (RefiningBelief) Refined.coarsest().refined(Refinement.USUAL).create();
        for (int t = 0; t <= GroupedTrials.MOST_DISTINCT; t++) {
            belief.condition(new double[]{-10 + t * 0.0048}, new double[]{t % 5});
        }
        assertThat(belief.maintenance()).isEmpty();
        assertThat(belief.state().arrays().get("responses")).isEmpty();
        assertThat(belief.warnings()).anySatisfy(told -> assertThat(told).startsWith("refinement: "));
        Belief restored = Refined.coarsest().refined(Refinement.USUAL).restore(belief.state());
        assertThat(restored.maintenance()).isEmpty();
        assertThat(restored.trials()).isEqualTo(GroupedTrials.MOST_DISTINCT + 1);
    }

    @Test
    void drawsLieBetweenTheValuesOfTheGridAndHaveTheMomentsOfTheBelief() {
        RefiningBelief belief = (RefiningBelief) Refined.after(Refined.coarse().refined(Refinement.USUAL),
                TRIALS);
        UniformRandomProvider random = Streams.of(9, 0, 0);
        double[] preferred = IntStream.range(0, 4_000).mapToDouble(i -> belief.draw(0, random)[2]).toArray();
        ParameterSummary summary = belief.parameters().get(2);
        Statistics of = new Statistics(preferred);
        assertThat(Arrays.stream(preferred).distinct().count()).isEqualTo(4_000);
        assertThat(of.mean()).isCloseTo(summary.mean(), within(0.08 * summary.sd()));
        assertThat(of.sd()).isCloseTo(summary.sd(), within(0.15 * summary.sd()));
    }

    @Test
    void cellsAreDrawnFromBetweenTheValuesToo() {
        BeliefSource source = Refined.coarse().refined(Refinement.USUAL);
        UniformRandomProvider random = Streams.of(9, 1, 0);
        double[] preferred = IntStream.range(0, 400)
                .mapToDouble(i -> source.drawTruth(random).parameters(0)[2]).toArray();
        assertThat(Arrays.stream(preferred).distinct().count()).isGreaterThan(350);
        assertThat(Arrays.stream(preferred).allMatch(value -> value >= -9.8 && value <= 9.8)).isTrue();
    }

    private record Statistics(double[] values) {
        double mean() {
            return Arrays.stream(values).average().orElseThrow();
        }

        double sd() {
            double mean = mean();
            return Math.sqrt(
                    Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElseThrow());
        }
    }

    @Test
    void aStateThatDoesNotFitIsRefused() {
        BeliefSource source = Refined.coarse().refined(Refinement.USUAL);
        BeliefState state = Refined.after(source, TRIALS).state();
        TreeMap<String, double[]> arrays = new TreeMap<>(state.arrays());
        arrays.put("refinements", new double[]{1, 2});
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> source.restore(
                                new BeliefState(state.kind(), state.version(), state.trials(), arrays)))
                .withMessageContaining("refinements").withMessageContaining("multiple of 9");
    }
}
