package io.stimloop.control.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.control.check.ModelCheck;
import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.ResponseForecast;
import io.stimloop.v1.DecisionSource;
import io.stimloop.v1.ModelCheckResult;
import io.stimloop.v1.Outcome;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The check of the model in the loop of trials. */
final class ModelWatchTest {
    private static final String HANDS_OVER = "} model_check { balanced_share: 0.5 ";

    @Test
    void countsThatTheModelCannotExplainRaiseTheAlarmOnce() {
        Bench bench = Bench.of(Specs.SEARCH, "");
        RecordingPort rig = bench.connect();
        contradict(bench, rig, 30);
        assertThat(bench.listener.alarms).containsExactly(true);
        assertThat(result(bench).getMisfit()).isTrue();
        assertThat(result(bench).getTrials()).isEqualTo(30);
        assertThat(result(bench).getMisfitPValue()).isLessThan(0.005);
    }

    @Test
    void whileAnAlarmIsUpAShareOfTheTrialsIsBalanced() {
        Bench bench = Bench.of(Specs.SEARCH, HANDS_OVER);
        RecordingPort rig = bench.connect();
        contradict(bench, rig, 30);
        int before = rig.presents().size();
        contradict(bench, rig, 10);
        assertThat(rig.presents().subList(before, before + 10)).extracting(p -> p.getDecision().getSource())
                .containsOnly(DecisionSource.SEARCH, DecisionSource.DESIGN)
                .filteredOn(DecisionSource.DESIGN::equals).hasSize(5);
        assertThat(rig.presents().getFirst().getDecision().getSource()).isEqualTo(DecisionSource.SEARCH);
    }

    @Test
    void whatWasNotShownAsCommandedIsNotChecked() {
        Bench bench = Bench.of(Specs.SEARCH, "");
        RecordingPort rig = bench.connect();
        bench.outcome(rig, Outcome.newBuilder().setTrial(1).addCounts(3).addPresented(2.5).build());
        bench.outcome(rig, Bench.invalid(2));
        assertThat(result(bench).getTrials()).isZero();
        bench.count(rig, 3);
        assertThat(result(bench).getTrials()).isEqualTo(1);
    }

    @Test
    void aDesignIsNotCheckedUnlessTheSpecSaysSo() {
        Bench bench = Bench.of(Specs.SEQUENCE, "");
        bench.count(bench.connect(), 3);
        assertThat(bench.experiment.reading().join().belief().hasModelCheck()).isFalse();
        Bench asked = Bench.of(Specs.SEQUENCE, "} model_check { ");
        asked.count(asked.connect(), 3);
        assertThat(result(asked).getTrials()).isEqualTo(1);
    }

    /** Expected counts are never below 1 nor above 21, and never jump at one stimulus. */
    private static void contradict(Bench bench, RecordingPort rig, int trials) {
        for (int t = 0; t < trials; t++) {
            bench.count(rig, t % 2 == 0 ? 0 : 60);
        }
    }

    @Test
    void probabilitiesAreWorkedOutOnlyAfterTheNextCommandHasLeft() {
        List<Double> asked = new ArrayList<>();
        ModelCheck check = new ModelCheck(0.01, 1);
        ModelWatch watch = new ModelWatch(check, expecting(new NotedForecast(asked)));
        double[] response = {3};
        watch.commanded(new double[]{5});
        watch.observed(response);
        response[0] = 8;
        assertThat(asked).isEmpty();
        assertThat(check.result().trials()).isZero();
        watch.commanded(new double[]{5});
        assertThat(asked).containsOnly(3.0);
        assertThat(check.result().trials()).isEqualTo(1);
        assertThat(check.result().latestPValue()).isEqualTo(2 * 0.25 + 0.1);
    }

    /** Nothing but a forecast. */
    private static Belief expecting(ResponseForecast forecast) {
        return (Belief) Proxy.newProxyInstance(Belief.class.getClassLoader(), new Class<?>[]{Belief.class},
                (self, method, arguments) -> switch (method.getName()) {
                    case "forecast" -> forecast;
                    case "includes" -> true;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    /** @param asked receives the responses whose probabilities are asked for */
    private record NotedForecast(List<Double> asked) implements ResponseForecast {
        @Override
        public double midProbability(int unit, double response) {
            asked.add(response);
            return 0.25;
        }

        @Override
        public double probability(int unit, double response) {
            asked.add(response);
            return 0.1;
        }
    }

    @Test
    void theLastTrialIsWeighedThoughNoCommandFollows() {
        Bench bench = Bench.of(Specs.SEARCH, "max_trials: 1");
        bench.count(bench.connect(), 90);
        assertThat(bench.listener.alarms).containsExactly(true);
        assertThat(result(bench).getTrials()).isEqualTo(1);
    }

    private static ModelCheckResult result(Bench bench) {
        return bench.experiment.reading().join().belief().getModelCheck();
    }
}
