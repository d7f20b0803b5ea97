package io.stimloop.inference.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.Question;
import io.stimloop.inference.belief.ResponsePredictor;
import io.stimloop.inference.belief.Truth;
import io.stimloop.inference.grid.TuningCurveSource;
import io.stimloop.inference.response.Levels;
import io.stimloop.inference.response.NoiseFamily;
import io.stimloop.inference.response.ParameterAxis;
import io.stimloop.inference.response.Priors;
import io.stimloop.inference.response.Shape;
import io.stimloop.inference.response.TuningCurve;
import io.stimloop.numerics.random.Streams;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Neurons predicted together tell what each of them tells alone. */
final class JointPredictorTest {
    /** Two whole groups and a part of one. */
    private static final int NEURONS = 37;
    /** Of a trial; the posteriors take 90,000. */
    private static final long MOST_BYTES = 4096;
    private static final double TOGETHER = 1e-6;
    /** Of those with mass in few cells, each within this. */
    private static final double EXACT = 1e-8;
    private static final double[][] STIMULI = {{0}, {45}, {90}, {180}, {300}};

    /** Noise, with or without a ceiling. */
    enum Kind {
        POISSON(NoiseFamily.POISSON, 0),
        NEGATIVE_BINOMIAL(NoiseFamily.NEGATIVE_BINOMIAL,
                0),
        CEILING(NoiseFamily.POISSON, 25);

        private final NoiseFamily noise;
        private final int ceiling;

        Kind(NoiseFamily noise, int ceiling) {
            this.noise = noise;
            this.ceiling = ceiling;
        }

        TuningCurveSource neuron() {
            List<ParameterAxis> axes = new ArrayList<>(
                    List.of(axis("baseline", Levels.logarithmic(0.5, 8, 3)),
                            axis("amplitude", Levels.logarithmic(5, 40, 4)),
                            axis("preferred", Levels.linear(0, 330, 12)), axis("width", 20, 40)));
            if (noise == NoiseFamily.NEGATIVE_BINOMIAL) {
                axes.add(axis("dispersion", 0.05, 0.3));
            }
            return new TuningCurveSource(
                    new TuningCurve(Shape.CIRCULAR_GAUSSIAN, 360, axes, noise, ceiling));
        }
    }

    private static ParameterAxis axis(String name, double... values) {
        return new ParameterAxis(name, values, Priors.flat(values.length));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void theInformationIsTheSumOfThatOfEachNeuronAlone(Kind kind) {
        Belief population = new PopulationSource(kind.neuron(), NEURONS).create();
        ResponsePredictor predictor = population.predictor(STIMULI, Question.INFORMATION);
        assertThat(predictor).isInstanceOf(JointPredictor.class);
        List<Belief> alone = new ArrayList<>();
        for (int unit = 0; unit < NEURONS; unit++) {
            alone.add(kind.neuron().create());
        }
        Truth cells = new PopulationSource(kind.neuron(), NEURONS).drawTruth(Streams.of(3, 0, 0));
        double[] counts = new double[NEURONS];
        for (int trial = 0; trial < 30; trial++) {
            double[] stimulus = STIMULI[trial * 3 % STIMULI.length];
            cells.respond(stimulus, Streams.of(3, 1, trial), counts);
            population.condition(stimulus, counts);
            for (int unit = 0; unit < NEURONS; unit++) {
                alone.get(unit).condition(stimulus, new double[]{counts[unit]});
            }
            predictor.refresh();
            double tolerance = trial < 29 ? NEURONS * TOGETHER / 10 : NEURONS * EXACT;
            assertThat(information(predictor)).containsExactly(sums(alone), within(tolerance));
        }
    }

    @Test
    void aNeuronThatIsDroppedOrHasNoWeightTellsNothing() {
        TuningCurveSource neuron = Kind.POISSON.neuron();
        Belief three = new PopulationSource(neuron, 3).create();
        Question question = new Question.Information(new double[]{2, 0, 1});
        ResponsePredictor predictor = three.predictor(STIMULI, question);
        double[] one = information(neuron.create().predictor(STIMULI, Question.INFORMATION));
        assertThat(information(predictor)[1]).isCloseTo(3 * one[1], within(TOGETHER));
        three.include(0, false);
        predictor.refresh();
        assertThat(information(predictor)[1]).isCloseTo(one[1], within(TOGETHER));
        three.include(2, false);
        predictor.refresh();
        assertThat(information(predictor)).containsOnly(0);
    }

    @Test
    void tablesServeACopyThatLearnsByItself() {
        Belief population = new PopulationSource(Kind.POISSON.neuron(), 5).create();
        ResponsePredictor predictor = population.predictor(STIMULI, Question.INFORMATION);
        double[] before = information(predictor);
        Belief copy = population.copy();
        copy.condition(STIMULI[1], new double[]{20, 0, 3, 7, 12});
        ResponsePredictor over = predictor.over(copy);
        copy.condition(STIMULI[2], new double[]{2, 0, 9, 7, 1});
        over.refresh();
        predictor.refresh();
        assertThat(information(predictor)).isEqualTo(before);
        Belief again = new PopulationSource(Kind.POISSON.neuron(), 5).create();
        again.condition(STIMULI[1], new double[]{20, 0, 3, 7, 12});
        again.condition(STIMULI[2], new double[]{2, 0, 9, 7, 1});
        assertThat(information(over))
                .isEqualTo(information(again.predictor(STIMULI, Question.INFORMATION)));
        assertThat(copy.state()).usingRecursiveComparison().isEqualTo(again.state());
    }

    @Test
    void aTrialAllocatesNothingInProportionToTheBelief() {
        Belief population = new PopulationSource(Kind.POISSON.neuron(), NEURONS).create();
        ResponsePredictor predictor = population.predictor(STIMULI, Question.INFORMATION);
        ResponsePredictor.View view = predictor.newView();
        double[] counts = new double[NEURONS];
        long bytes = Long.MAX_VALUE;
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        // Vectors are objects until the loops are compiled, which takes some trials, on a busy machine many.
        for (int trial = 0; trial < 20_000 && bytes > MOST_BYTES; trial++) {
            counts[trial % NEURONS] = trial % 11;
            long before = threads.getCurrentThreadAllocatedBytes();
            population.condition(STIMULI[trial % STIMULI.length], counts);
            predictor.refresh();
            double nats = view.predict(0).informationNats();
            bytes = Math.min(bytes, threads.getCurrentThreadAllocatedBytes() - before);
            assertThat(nats).isNotNegative();
        }
        assertThat(bytes).isLessThanOrEqualTo(MOST_BYTES);
    }

    private static double[] information(ResponsePredictor predictor) {
        ResponsePredictor.View view = predictor.newView();
        double[] nats = new double[predictor.candidates()];
        for (int i = 0; i < nats.length; i++) {
            nats[i] = view.predict(i).informationNats();
        }
        return nats;
    }

    private static double[] sums(List<Belief> beliefs) {
        double[] sums = new double[STIMULI.length];
        for (Belief belief : beliefs) {
            double[] own = information(belief.predictor(STIMULI, Question.INFORMATION));
            for (int i = 0; i < sums.length; i++) {
                sums[i] += own[i];
            }
        }
        return sums;
    }
}
