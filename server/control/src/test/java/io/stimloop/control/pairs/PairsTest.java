package io.stimloop.control.pairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.google.protobuf.TextFormat;
import io.stimloop.control.spec.Resolution;
import io.stimloop.control.spec.ResolvedSpec;
import io.stimloop.control.spec.SpecResolver;
import io.stimloop.control.spec.Violation;
import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.BeliefSource;
import io.stimloop.inference.belief.ResponsePredictor;
import io.stimloop.inference.belief.Truth;
import io.stimloop.inference.objective.Objective;
import io.stimloop.numerics.random.Streams;
import io.stimloop.v1.ExperimentSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Laws that hold for every pair of model and objective that a spec can name, and the refusal of the other pairs. */
final class PairsTest {
    private static final long BUDGET_BYTES = 1_000_000_000L;
    private static final long SEED = 20;
    private static final int TRIALS = 8;
    /** Expected gains; what they are made of may round to a little below 0. */
    private static final Set<String> NEVER_NEGATIVE = Set.of("infomax", "minimumVariance",
            "minimumDeterminant",
            "predictionError", "uncertainty", "probabilityOfImprovement", "expectedImprovement", "levelSet");

    private static Stream<Arguments> pairsWithMeaning() {
        return pairs().filter(pair -> resolve((ExperimentSpec) pair.get()[2]) instanceof Resolution.Accepted);
    }

    private static Stream<Arguments> pairsWithout() {
        return pairs().filter(pair -> resolve((ExperimentSpec) pair.get()[2]) instanceof Resolution.Refused);
    }

    private static Stream<Arguments> pairs() {
        return ModelTexts.all().entrySet().stream()
                .flatMap(model -> ObjectiveTexts.all(neurons(model.getValue())).entrySet().stream().map(
                        objective -> arguments(model.getKey(), objective.getKey(),
                                spec(model.getValue(), objective.getValue()))));
    }

    @ParameterizedTest(name = "{0}: {1}", allowZeroInvocations = true)
    @MethodSource("pairsWithout")
    void aPairThatIsRefusedSaysWhichHaveAMeaning(String model, String objective, ExperimentSpec spec) {
        List<Violation> violations = ((Resolution.Refused) resolve(spec)).violations();
        assertThat(violations).singleElement().satisfies(violation -> {
            assertThat(violation.field()).isEqualTo("objective." + objective);
            assertThat(violation.description()).contains("those that have one are").contains("infomax");
        });
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("pairsWithMeaning")
    void utilitiesAreNumbersAndGainsAreNeverNegative(String model, String objective, ExperimentSpec spec) {
        Run run = run(spec);
        for (double[] utilities : run.utilities) {
            assertThat(Arrays.stream(utilities).allMatch(Double::isFinite))
                    .as("%s", Arrays.toString(utilities))
                    .isTrue();
            if (NEVER_NEGATIVE.contains(objective)) {
                assertThat(Arrays.stream(utilities).min().orElseThrow()).isGreaterThanOrEqualTo(0);
            }
        }
        assertThat(run.utilities[0]).as("a choice to make").satisfiesAnyOf(
                utilities -> assertThat(Arrays.stream(utilities).distinct().count()).isGreaterThan(1),
                utilities -> assertThat(utilities[0]).isPositive());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("pairsWithMeaning")
    void theSameTrialsGiveTheSameBits(String model, String objective, ExperimentSpec spec) {
        assertThat(run(spec).utilities).isDeepEqualTo(run(spec).utilities);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("pairsWithMeaning")
    void aCopyAndARestoredBeliefPredictTheSame(String model, String objective, ExperimentSpec spec) {
        Run run = run(spec);
        double[] wanted = run.utilities[TRIALS];
        Belief copy = run.belief.copy();
        assertThat(utilities(run.tables.over(copy), run.objective)).as("copy").isEqualTo(wanted);
        Belief restored = run.source.restore(run.belief.state());
        assertThat(
                utilities(restored.predictor(run.spec.candidates(), run.objective.question()), run.objective))
                .as("restored; what is carried along is worked out anew")
                .containsExactly(wanted, Offset.offset(1e-12 * scale(wanted)));
        assertThat(restored.entropyNats()).isEqualTo(run.belief.entropyNats());
        assertThat(restored.trials()).isEqualTo(TRIALS);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("pairsWithMeaning")
    void copiesGoTheirOwnWays(String model, String objective, ExperimentSpec spec) {
        Run run = run(spec);
        Belief copy = run.belief.copy();
        double[] response = new double[run.source.responses().units()];
        copy.condition(run.spec.candidates()[0], response);
        run.tables.refresh();
        assertThat(utilities(run.tables, run.objective)).isEqualTo(run.utilities[TRIALS]);
        assertThat(copy.trials()).isEqualTo(TRIALS + 1);
    }

    private static double scale(double[] utilities) {
        return Math.max(1, Arrays.stream(utilities).map(Math::abs).max().orElseThrow());
    }

    /** What came of some trials at candidates in turn, answered by a cell that obeys the model. */
    private static final class Run {
        final ResolvedSpec spec;
        final BeliefSource source;
        final Objective objective;
        final Belief belief;
        final ResponsePredictor tables;
        final double[][] utilities = new double[TRIALS + 1][];

        Run(ResolvedSpec spec) {
            this.spec = spec;
            source = spec.source();
            objective = spec.aim().objective();
            belief = source.create();
            tables = belief.predictor(spec.candidates(), objective.question());
            UniformRandomProvider random = Streams.of(SEED, 0, 0);
            Truth truth = source.drawTruth(random);
            double[] response = new double[source.responses().units()];
            for (int t = 0; t < TRIALS; t++) {
                utilities[t] = PairsTest.utilities(tables, objective);
                double[] stimulus = spec.candidates()[t * 2 % spec.candidates().length];
                truth.respond(stimulus, random, response);
                belief.condition(stimulus, response);
                tables.refresh();
            }
            utilities[TRIALS] = PairsTest.utilities(tables, objective);
        }
    }

    private static Run run(ExperimentSpec spec) {
        return new Run(((Resolution.Accepted) resolve(spec)).spec());
    }

    private static Resolution resolve(ExperimentSpec spec) {
        return SpecResolver.resolve(spec, BUDGET_BYTES);
    }

    private static double[] utilities(ResponsePredictor predictor, Objective objective) {
        ResponsePredictor.View view = predictor.newView();
        double[] utilities = new double[predictor.candidates()];
        Arrays.setAll(utilities, candidate -> objective.utility(view.predict(candidate)));
        return utilities;
    }

    private static int neurons(String model) {
        return model.split("neurons \\{", -1).length - 1;
    }

    private static ExperimentSpec spec(String model, String objective) {
        try {
            return TextFormat.parse("name: \"pair\" seed: 3\n" + model + "objective { " + objective + " }\n",
                    ExperimentSpec.class);
        } catch (TextFormat.ParseException wrong) {
            throw new IllegalArgumentException(model, wrong);
        }
    }
}
