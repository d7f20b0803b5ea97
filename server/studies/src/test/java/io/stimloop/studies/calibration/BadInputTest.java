package io.stimloop.studies.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.control.check.ModelCheck;
import io.stimloop.control.spec.ResolvedSpec;
import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.Maintenance;
import io.stimloop.inference.belief.ParameterSummary;
import io.stimloop.inference.belief.ResponsePredictor;
import io.stimloop.inference.belief.Responses.Kind;
import io.stimloop.numerics.random.Streams;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the belief of every calibration case does with experiments that no model expects: it stays finite and proper, and
 * every candidate can still be scored, and the operator is told.
 */
class BadInputTest {
    private static final int SHORT = 20;
    private static final int LONG = 1_000;
    private static final int VERY_LONG = 10_000;
    private static final double ENORMOUS = 100_000;
    private static final int DRAWS = 20;
    private static final double FALSE_ALARM = 0.01;

    static List<ResolvedSpec> specs() {
        return CalibrationCases.specs();
    }

    private static Belief after(int trials, ResolvedSpec spec, boolean oneStimulus,
            ToDoubleFunction<double[]> answer) {
        UniformRandomProvider random = Streams.of(5, 0, 0);
        Belief belief = spec.source().create();
        double[] response = new double[belief.units()];
        double[][] candidates = spec.candidates();
        for (int trial = 0; trial < trials; trial++) {
            double[] stimulus = candidates[oneStimulus ? 0 : random.nextInt(candidates.length)];
            Arrays.fill(response, answer.applyAsDouble(stimulus));
            assertThat(belief.condition(stimulus, response)).isNotNaN();
            belief.maintenance().map(Maintenance::run).ifPresent(Maintenance.Result::adopt);
        }
        assertThat(belief.trials()).isEqualTo(trials);
        return belief;
    }

    /** By a warning of the belief after these trials, or by an alarm of the model check during them. */
    private static boolean operatorIsTold(int trials, ResolvedSpec spec, double answer) {
        UniformRandomProvider random = Streams.of(5, 0, 0);
        Belief belief = spec.source().create();
        ModelCheck check = new ModelCheck(FALSE_ALARM, 5);
        double[] response = new double[belief.units()];
        Arrays.fill(response, answer);
        for (int trial = 0; trial < trials && !check.alarm(); trial++) {
            double[] stimulus = spec.candidates()[random.nextInt(spec.candidates().length)];
            check.weigh(belief.forecast(stimulus), response);
            belief.condition(stimulus, response);
            belief.maintenance().map(Maintenance::run).ifPresent(Maintenance.Result::adopt);
        }
        return check.alarm() || !belief.warnings().isEmpty();
    }

    private static void assertSound(Belief belief, ResolvedSpec spec) {
        assertThat(belief.entropyNats()).isFinite();
        for (ParameterSummary parameter : belief.parameters()) {
            assertThat(parameter.mean()).as(parameter.name()).isFinite();
            assertThat(parameter.sd()).as(parameter.name()).isFinite().isNotNegative();
            assertThat(parameter.quantiles()).as(parameter.name()).isSorted().doesNotContain(Double.NaN,
                    Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        }
        UniformRandomProvider random = Streams.of(5, 1, 0);
        for (int draw = 0; draw < DRAWS; draw++) {
            assertThat(Arrays.stream(belief.draw(0, random)).allMatch(Double::isFinite)).isTrue();
        }
        assertThat(belief.curve(spec.candidates())).allSatisfy(point -> {
            assertThat(point.mean()).isFinite();
            assertThat(point.lower()).isLessThanOrEqualTo(point.upper());
        });
        ResponsePredictor.View view = belief.predictor(spec.candidates(), spec.aim().objective().question())
                .newView();
        for (int candidate = 0; candidate < spec.candidates().length; candidate++) {
            assertThat(spec.aim().objective().utility(view.predict(candidate))).isFinite().isNotNegative();
        }
    }

    /** A dead electrode; of a subject, always the first alternative: perfect separation. */
    @ParameterizedTest
    @MethodSource("specs")
    void aThousandZeros(ResolvedSpec spec) {
        assertSound(after(LONG, spec, false, stimulus -> 0), spec);
        assertThat(operatorIsTold(LONG, spec, 0)).isTrue();
    }

    /** Noise taken for spikes; choices that follow the sign of the stimulus without fail. */
    @ParameterizedTest
    @MethodSource("specs")
    void enormousResponsesOrPerfectlySeparatedChoices(ResolvedSpec spec) {
        boolean choice = spec.source().responses().kind() == Kind.CHOICE;
        double middle = Arrays.stream(spec.candidates()).mapToDouble(row -> row[0]).average().orElseThrow();

        assertSound(after(choice ? LONG : SHORT, spec, false,
                stimulus -> choice ? (stimulus[0] > middle ? 1 : 0) : ENORMOUS), spec);
        assertThat(choice || operatorIsTold(SHORT, spec, ENORMOUS)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("specs")
    void oneStimulusTenThousandTimes(ResolvedSpec spec) {
        UniformRandomProvider random = Streams.of(5, 2, 0);

        assertSound(after(VERY_LONG, spec, true, stimulus -> random.nextInt(2)), spec);
    }
}
