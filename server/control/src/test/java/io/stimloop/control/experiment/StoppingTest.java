package io.stimloop.control.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.v1.Finished;
import io.stimloop.v1.State;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules that end an experiment, each by itself. */
class StoppingTest {
    @Test
    void theLastOfSoManyTrialsIsAcknowledgedBeforeTheEnd() {
        Bench bench = Bench.of(Specs.SEQUENCE, "max_trials: 3");
        RecordingPort rig = bench.connect();

        for (int trial = 0; trial < 3; trial++) {
            bench.count(rig, 4);
        }

        assertThat(finished(rig)).isEqualTo("maxTrials: 3 trials done");
        assertThat(rig.acknowledged()).containsExactly(1L, 2L, 3L);
        assertThat(rig.trials()).containsExactly(1L, 2L, 3L);
        assertThat(bench.belief.trials()).isEqualTo(3);
        assertThat(bench.state()).isEqualTo(State.FINISHED);
    }

    @Test
    void invalidTrialsDoNotCountTowardsTheEnd() {
        Bench bench = Bench.of(Specs.SEQUENCE, "max_trials: 2");
        RecordingPort rig = bench.connect();

        bench.outcome(rig, Bench.invalid(1));
        bench.outcome(rig, Bench.invalid(2));
        bench.count(rig, 4);
        assertThat(rig.finished()).isNull();
        bench.count(rig, 4);

        assertThat(finished(rig)).startsWith("maxTrials");
        assertThat(rig.trials()).containsExactly(1L, 2L, 3L, 4L);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.5, 0.7, 0.9, 1.2, 1.5, 1.8, 2.1})
    void theEntropyRuleEndsWithTheTrialAfterTheOneThatReachesIt(double limitNats) {
        Bench bench = Bench.of(Specs.SEARCH, "entropy_nats: " + limitNats);
        RecordingPort rig = bench.connect();

        List<Double> entropies = new ArrayList<>();
        while (rig.finished() == null && rig.trials().size() < 100) {
            entropies.add(bench.belief.entropyNats());
            bench.count(rig, expected(rig));
        }

        double reached = entropies.removeLast();
        assertThat(finished(rig)).isEqualTo("entropyNats: the belief's entropy is " + reached + " nats");
        assertThat(reached).isLessThanOrEqualTo(limitNats);
        assertThat(entropies).allMatch(before -> before > limitNats);
    }

    @Test
    void theTrialAfterNeedNotCountForTheEntropyRuleToEnd() {
        Bench bench = Bench.of(Specs.SEARCH, "entropy_nats: 2.1");
        RecordingPort rig = bench.connect();

        while (bench.belief.entropyNats() > 2.1) {
            bench.count(rig, expected(rig));
        }
        assertThat(rig.finished()).isNull();
        bench.outcome(rig, Bench.invalid(rig.lastPresent().getTrial()));

        assertThat(finished(rig)).startsWith("entropyNats");
    }

    @Test
    void inAPauseTheEntropyRuleWaitsForNoFurtherTrial() {
        Bench endless = Bench.of(Specs.SEARCH, "");
        RecordingPort other = endless.connect();
        endless.count(other, expected(other));
        Bench bench = Bench.of(Specs.SEARCH, "entropy_nats: " + endless.belief.entropyNats());
        RecordingPort rig = bench.connect();

        bench.experiment.pause().join();
        bench.count(rig, expected(rig));

        assertThat(finished(rig)).startsWith("entropyNats");
        assertThat(rig.trials()).containsExactly(1L);
    }

    @Test
    void theSdRuleEndsWhenEveryParameterItNamesIsPrecise() {
        Bench bench = Bench.of(Specs.SEARCH,
                "parameter_sd { key: \"preferred\" value: 1 } parameter_sd { key: \"amplitude\" value: 2 }");
        RecordingPort rig = bench.connect();

        List<Boolean> precise = new ArrayList<>();
        while (rig.finished() == null && rig.trials().size() < 100) {
            precise.add(precise(bench));
            bench.count(rig, expected(rig));
        }

        assertThat(finished(rig)).contains("preferred has sd").contains("amplitude has sd");
        assertThat(precise.removeLast()).isTrue();
        assertThat(precise).isNotEmpty().doesNotContain(true);
    }

    private static boolean precise(Bench bench) {
        return bench.belief.parameters().stream().allMatch(parameter -> switch (parameter.name()) {
            case "preferred" -> parameter.sd() <= 1;
            case "amplitude" -> parameter.sd() <= 2;
            default -> true;
        });
    }

    /** What a neuron with its peak of 20 spikes at 5 and a baseline of 1 gives to the stimulus shown. */
    private static int expected(RecordingPort rig) {
        double distance = rig.lastPresent().getStimulus(0) - 5;
        return (int) Math.round(1 + 20 * Math.exp(-distance * distance / 18));
    }

    @Test
    void theTimeRuleEndsWithTheFirstOutcomeAfterIt() {
        Bench bench = Bench.of(Specs.SEQUENCE, "max_duration { seconds: 10 }");
        RecordingPort rig = bench.connect();

        bench.clock.advance(10 * HandClock.SECOND - 1);
        bench.count(rig, 3);
        assertThat(rig.finished()).isNull();
        bench.clock.advance(1);
        bench.count(rig, 3);

        assertThat(finished(rig)).isEqualTo("maxDuration: 10 s have passed");
        assertThat(bench.belief.trials()).isEqualTo(2);
    }

    /** A command may be carried out for 1 s; its outcome is waited for a minute longer. */
    @Test
    void theTimeRuleWaitsForAnOutcomeAsLongAsOneCanBeExpected() {
        Bench bench = Bench.of(Specs.SEQUENCE, "max_duration { seconds: 10 }");
        RecordingPort rig = bench.connect();
        bench.clock.advance(9 * HandClock.SECOND);
        bench.count(rig, 3);

        bench.clock.advance(61 * HandClock.SECOND - 1);
        bench.experiment.tick("");
        assertThat(rig.finished()).isNull();
        bench.clock.advance(1);
        bench.experiment.tick("");

        assertThat(finished(rig)).isEqualTo("maxDuration: 70 s have passed");
    }

    @Test
    void theTimeRuleEndsAnExperimentWithoutARig() {
        Bench bench = Bench.of(Specs.SEQUENCE, "max_duration { seconds: 10 }");
        RecordingPort rig = bench.connect();
        rig.vanish();
        bench.experiment.disconnect(rig);

        bench.clock.advance(10 * HandClock.SECOND);
        bench.experiment.tick("");

        assertThat(bench.state()).isEqualTo(State.FINISHED);
    }

    @Test
    void theTimeDoesNotRunBeforeTheFirstCommand() {
        Bench bench = Bench.of(Specs.SEQUENCE, "max_duration { seconds: 10 }");

        bench.clock.advance(60 * HandClock.SECOND);
        bench.experiment.tick("");
        RecordingPort rig = bench.connect();

        assertThat(rig.trials()).containsExactly(1L);
    }

    @Test
    void anExperimentWithNothingToLearnEndsBeforeItsFirstCommand() {
        Bench bench = Bench.of(Specs.SEQUENCE, "entropy_nats: 100");

        RecordingPort rig = bench.connect();

        assertThat(rig.presents()).isEmpty();
        assertThat(finished(rig)).startsWith("entropyNats");
    }

    private static String finished(RecordingPort rig) {
        Finished finished = rig.finished();
        assertThat(finished).as("Finished").isNotNull();
        return finished == null ? "" : finished.getReason();
    }
}
