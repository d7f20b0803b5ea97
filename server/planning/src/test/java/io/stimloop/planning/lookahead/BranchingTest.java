package io.stimloop.planning.lookahead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.BeliefSource;
import io.stimloop.inference.belief.DiscretePrediction;
import io.stimloop.inference.belief.Question;
import io.stimloop.inference.belief.ResponsePredictor;
import io.stimloop.inference.grid.TuningCurveSource;
import io.stimloop.inference.population.PopulationSource;
import io.stimloop.inference.response.NoiseFamily;
import io.stimloop.inference.response.ParameterAxis;
import io.stimloop.inference.response.Priors;
import io.stimloop.inference.response.Shape;
import io.stimloop.inference.response.TuningCurve;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The responses that stand for all. */
class BranchingTest {
    private static final double[] PEAK = {0};
    private static final TuningCurveSource CELL = new TuningCurveSource(
            new TuningCurve(Shape.GAUSSIAN, Double.NaN, List.of(axis("baseline", 1), axis("amplitude", 4, 30),
                    axis("preferred", 0), axis("width", 1)), NoiseFamily.POISSON, 0));

    private static ParameterAxis axis(String name, double... values) {
        return new ParameterAxis(name, values, Priors.flat(values.length));
    }

    /** How the counts of the cell are distributed: rates 5 and 31, as likely. */
    private static double probability(int count) {
        return (poisson(5, count) + poisson(31, count)) / 2;
    }

    private static double poisson(double rate, int count) {
        double p = Math.exp(-rate);
        for (int i = 1; i <= count; i++) {
            p *= rate / i;
        }
        return p;
    }

    private static Branches branches(Branching branching, BeliefSource source, int most) {
        Belief belief = source.create();
        ResponsePredictor.View view = belief.predictor(new double[][]{PEAK}, Question.INFORMATION).newView();
        Branches branches = new Branches(most, source.responses().units());
        branching.fill(view.predict(0), belief, PEAK, branches);
        return branches;
    }

    @Test
    void wherePossibleEachCountStandsForItself() {
        Branches all = branches(new CountStrata(120), CELL, 120);
        assertThat(all.count()).isBetween(50, 80);
        double covered = 0;
        for (int i = 0; i < all.count(); i++) {
            int count = (int) all.response(i)[0];
            assertThat(all.weight(i)).isCloseTo(probability(count), within(1e-6));
            assertThat(i == 0 || all.weight(i) <= all.weight(i - 1)).as("likeliest first").isTrue();
            covered += all.weight(i);
        }
        assertThat(covered).isCloseTo(1, within(1e-12));
    }

    @Test
    void elseTheMiddlesOfStrataOfEqualProbability() {
        Branches few = branches(new CountStrata(4), CELL, 4);
        double[] counts = new double[few.count()];
        for (int i = 0; i < counts.length; i++) {
            assertThat(few.weight(i)).isEqualTo(0.25);
            counts[i] = few.response(i)[0];
        }
        Arrays.sort(counts);
        assertThat(counts).containsExactly(quantile(0.125), quantile(0.375), quantile(0.625),
                quantile(0.875));
    }

    private static double quantile(double rank) {
        int count = 0;
        for (double below = probability(0); below < rank; below += probability(count)) {
            count++;
        }
        return count;
    }

    @Test
    void ofSeveralUnitsEveryStratumComesOnceAndAlikeForAllStimuli() {
        PopulationSource three = new PopulationSource(CELL, 3);
        Branching branching = new ForecastStrata(3, 4, 7);
        Branches samples = branches(branching, three, 4);
        assertThat(samples.count()).isEqualTo(4);
        for (int unit = 0; unit < 3; unit++) {
            double[] counts = new double[4];
            for (int i = 0; i < 4; i++) {
                counts[i] = samples.response(i)[unit];
            }
            Arrays.sort(counts);
            assertThat(counts).containsExactly(quantile(0.125), quantile(0.375), quantile(0.625),
                    quantile(0.875));
        }
        assertThat(samples.response(0)).isEqualTo(branches(branching, three, 4).response(0));
    }

    @Test
    void ofAChoiceAllAlternativesThatCanBe() {
        TableModel model = new TableModel(new double[][][]{{{0.2, 0.4}, {0.8, 0.6}, {0, 0}}});
        Branches branches = branches(new PredictedChoice(3), model.source(), 3);
        assertThat(branches.count()).isEqualTo(2);
        assertThat(branches.response(0)).containsExactly(1);
        assertThat(branches.weight(0)).isCloseTo(0.7, within(1e-12));
        assertThat(branches.response(1)).containsExactly(0);
        Branches forecast = branches(new ForecastChoice(3), model.source(), 3);
        assertThat(forecast.weight(0)).isCloseTo(0.7, within(1e-12));
        assertThat(forecast.response(1)).containsExactly(0);
    }

    @Test
    void predictionsThatTellProbabilitiesAreUsed() {
        Belief belief = CELL.create();
        ResponsePredictor.View view = belief.predictor(new double[][]{PEAK}, Question.INFORMATION).newView();
        assertThat(view.predict(0)).isInstanceOf(DiscretePrediction.class);
        assertThat(Branching.of(CELL, view.predict(0), 5, 1)).isEqualTo(new CountStrata(5));
    }
}
