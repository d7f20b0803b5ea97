package io.stimloop.inference.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.ParameterSummary;
import io.stimloop.inference.belief.Quantity;
import io.stimloop.inference.belief.Question;
import io.stimloop.inference.belief.ResponsePredictor;
import io.stimloop.inference.grid.TuningCurveSource;
import io.stimloop.inference.objective.DeterminantObjective;
import io.stimloop.inference.objective.Improvement;
import io.stimloop.inference.objective.Infomax;
import io.stimloop.inference.objective.LevelSet;
import io.stimloop.inference.objective.Objective;
import io.stimloop.inference.objective.TargetResponse;
import io.stimloop.inference.objective.Uncertainty;
import io.stimloop.inference.objective.VarianceObjective;
import io.stimloop.inference.response.NoiseFamily;
import io.stimloop.inference.response.ParameterAxis;
import io.stimloop.inference.response.Priors;
import io.stimloop.inference.response.Shape;
import io.stimloop.inference.response.TuningCurve;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A population is its units: what is learned about one and asked of one is what a belief about it alone says. */
final class PopulationBeliefTest {
    private static final TuningCurveSource UNIT = new TuningCurveSource(
            new TuningCurve(Shape.GAUSSIAN, Double.NaN, List.of(axis("baseline", 0.5, 3),
                    axis("amplitude", 4, 12, 30), axis("preferred", -4, -2, 0, 2, 4), axis("width", 1, 2)),
                    NoiseFamily.POISSON, 0));
    private static final double[][] CANDIDATES = {{-4}, {-1}, {1}, {4}};
    private static final double[][] COUNTS = {{0, 5, 9}, {2, 11, 3}, {14, 0, 1}, {3, 3, 30}, {1, 0, 22}};
    private static final double[] WEIGHTS = {1, 0, 2.5};
    private static final int DROPPED = 1;
    private static final double ROUNDING = 1e-9;
    /** Of the information of units that are predicted together, in nats. */
    private static final double TOGETHER = 1e-6;

    private static ParameterAxis axis(String name, double... values) {
        return new ParameterAxis(name, values, Priors.flat(values.length));
    }

    private static List<Objective> objectives() {
        List<Quantity> curve = new ArrayList<>();
        for (double[] stimulus : CANDIDATES) {
            for (int unit = 0; unit < WEIGHTS.length; unit++) {
                curve.add(new Quantity.Expectation(stimulus, unit, WEIGHTS[unit] / CANDIDATES.length));
            }
        }
        return List.of(new Infomax(new Question.Information(WEIGHTS)), new VarianceObjective(curve),
                new VarianceObjective(IntStream.range(0, WEIGHTS.length)
                        .mapToObj(unit -> (Quantity) new Quantity.Parameter("preferred", unit,
                                2 * WEIGHTS[unit]))
                        .toList()),
                new DeterminantObjective(
                        new Question.DeterminantReduction(List.of("preferred", "width"), WEIGHTS)),
                new Uncertainty(WEIGHTS), new LevelSet(5, WEIGHTS),
                new Improvement(Improvement.Kind.EXPECTED, 0.1, WEIGHTS),
                new TargetResponse(new double[]{5, 5, 5}, 1, WEIGHTS));
    }

    private static Objective alone(Objective objective) {
        double[] alike = {};
        return switch (objective) {
            case Infomax _ -> new Infomax();
            case VarianceObjective(Question.VarianceReduction(List<Quantity> quantities)) ->
                quantities.getFirst() instanceof Quantity.Parameter
                        ? new VarianceObjective(List.of(new Quantity.Parameter("preferred", 0, 2)))
                        : new VarianceObjective(DoubleStream.of(-4, -1, 1, 4)
                                .mapToObj(x -> (Quantity) new Quantity.Expectation(new double[]{x}, 0, 0.25))
                                .toList());
            case DeterminantObjective(Question.DeterminantReduction question) -> new DeterminantObjective(
                    new Question.DeterminantReduction(question.parameters(), alike));
            case Uncertainty _ -> new Uncertainty(alike);
            case LevelSet _ -> new LevelSet(5, alike);
            case Improvement _ -> new Improvement(Improvement.Kind.EXPECTED, 0.1, alike);
            case TargetResponse _ -> new TargetResponse(new double[]{5}, 1, alike);
            default -> throw new AssertionError(objective);
        };
    }

    @ParameterizedTest
    @MethodSource("objectives")
    void aUtilityIsTheWeightedSumOfThoseOfTheUnitsNotLeftOut(Objective objective) {
        Belief population = new PopulationSource(UNIT, 3).create();
        ResponsePredictor predictor = population.predictor(CANDIDATES, objective.question());
        for (int unit = 0; unit < 3; unit++) {
            learn(population, unit);
        }
        population.include(0, false);
        predictor.refresh();
        double[] wanted = new double[CANDIDATES.length];
        for (int unit = 1; unit < 3; unit++) {
            double[] own = utilities(single(unit).predictor(CANDIDATES, alone(objective).question()),
                    alone(objective));
            for (int i = 0; i < wanted.length; i++) {
                wanted[i] += WEIGHTS[unit] * own[i];
            }
        }
        double tolerance = objective instanceof Infomax ? TOGETHER : ROUNDING;
        assertThat(utilities(predictor, objective)).containsExactly(wanted, within(tolerance));
    }

    @Test
    void aDroppedUnitStaysAsItIsAndChangesNothingOfTheOthers() {
        Belief population = new PopulationSource(UNIT, 3).create();
        Belief untouched = new PopulationSource(UNIT, 3).create();
        for (int trial = 0; trial < COUNTS.length; trial++) {
            if (trial == 2) {
                population.include(DROPPED, false);
            }
            learn(population, trial);
            learn(untouched, trial);
        }
        Belief beforeIt = new PopulationSource(UNIT, 3).create();
        learn(beforeIt, 0);
        learn(beforeIt, 1);
        assertThat(means(population, DROPPED)).isEqualTo(means(beforeIt, DROPPED));
        assertThat(means(population, 0)).isEqualTo(means(untouched, 0));
        assertThat(means(population, 2)).isEqualTo(means(untouched, 2));
        assertThat(population.trials()).isEqualTo(COUNTS.length);
        assertThat(population.entropyNats()).isLessThan(untouched.entropyNats());
    }

    @Test
    void aUnitThatIsTakenBackInLearnsOn() {
        Belief population = new PopulationSource(UNIT, 3).create();
        population.include(DROPPED, false);
        learn(population, 0);
        population.include(DROPPED, true);
        learn(population, 1);
        Belief alone = UNIT.create();
        alone.condition(stimulus(1), new double[]{COUNTS[1][DROPPED]});
        assertThat(means(population, DROPPED)).isEqualTo(means(alone, 0));
    }

    @Test
    void aRestoredPopulationKeepsWhatIsLeftOutAndPredictsTheSame() {
        Belief population = new PopulationSource(UNIT, 3).create();
        learn(population, 0);
        population.include(DROPPED, false);
        learn(population, 1);
        Belief restored = new PopulationSource(UNIT, 3).restore(population.state());
        assertThat(restored.includes(DROPPED)).isFalse();
        assertThat(restored.state().trials()).isEqualTo(2);
        Infomax infomax = new Infomax();
        assertThat(utilities(restored.predictor(CANDIDATES, infomax.question()), infomax))
                .isEqualTo(utilities(population.predictor(CANDIDATES, infomax.question()), infomax));
    }

    @Test
    void unitsThatArePredictedTogetherTakeTheTablesOnce() {
        long one = UNIT.bytesNeeded(4, Question.INFORMATION);
        long thousand = new PopulationSource(UNIT, 1000).bytesNeeded(4, Question.INFORMATION);
        assertThat(thousand).isBetween(2 * one, 1000 * UNIT.bytesOfAnother(4, Question.INFORMATION));
        Question apart = new Question.DeterminantReduction(List.of(), new double[0]);
        assertThat(new PopulationSource(UNIT, 1000).bytesNeeded(4, apart))
                .isEqualTo(UNIT.bytesNeeded(4, apart) + 999 * UNIT.bytesOfAnother(4, apart));
    }

    @Test
    void addedUnitsBeginWithThePriorBehindTheOthers() {
        Belief population = new PopulationSource(UNIT, 2).create();
        learn(population, 0);
        population.add(2);
        assertThat(population.units()).isEqualTo(4);
        assertThat(means(population, 3)).isEqualTo(means(UNIT.create(), 0));
        population.condition(stimulus(1), new double[]{2, 11, 0, COUNTS[1][1]});
        Belief alone = UNIT.create();
        alone.condition(stimulus(1), new double[]{COUNTS[1][1]});
        assertThat(means(population, 3)).isEqualTo(means(alone, 0));
        assertThat(new PopulationSource(UNIT, 4).restore(population.state()).state())
                .usingRecursiveComparison().isEqualTo(population.state());
    }

    private static double[] stimulus(int trial) {
        return CANDIDATES[trial % CANDIDATES.length];
    }

    private static void learn(Belief population, int trial) {
        population.condition(stimulus(trial), COUNTS[trial]);
    }

    private static Belief single(int unit) {
        Belief belief = UNIT.create();
        for (int trial = 0; trial < 3; trial++) {
            belief.condition(stimulus(trial), new double[]{COUNTS[trial][unit]});
        }
        return belief;
    }

    private static double[] means(Belief belief, int unit) {
        return belief.parameters(unit).stream().mapToDouble(ParameterSummary::mean).toArray();
    }

    private static double[] utilities(ResponsePredictor predictor, Objective objective) {
        ResponsePredictor.View view = predictor.newView();
        double[] utilities = new double[predictor.candidates()];
        for (int i = 0; i < utilities.length; i++) {
            utilities[i] = objective.utility(view.predict(i));
        }
        return utilities;
    }
}
