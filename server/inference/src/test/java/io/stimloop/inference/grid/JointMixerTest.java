package io.stimloop.inference.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.stimloop.inference.belief.Prediction;
import io.stimloop.inference.belief.ResponsePredictor;
import io.stimloop.inference.belief.Truth;
import io.stimloop.inference.response.Levels;
import io.stimloop.inference.response.NoiseFamily;
import io.stimloop.inference.response.ParameterAxis;
import io.stimloop.inference.response.Priors;
import io.stimloop.inference.response.Shape;
import io.stimloop.inference.response.TuningCurve;
import io.stimloop.numerics.random.Streams;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How near the information of neurons that are predicted together comes to that of each alone. */
final class JointMixerTest {
    private static final double DENSE = 1e-6;
    private static final double SPARSE = 1e-8;
    private static final int NEURONS = 20;
    private static final int TRIALS = 40;
    private static final double[][] STIMULI = {{0}, {60}, {150}, {240}};

    private static TuningCurveSource neuron(int preferred) {
        return new TuningCurveSource(new TuningCurve(Shape.CIRCULAR_GAUSSIAN, 360,
                List.of(axis("baseline", Levels.logarithmic(0.5, 8, 4)),
                        axis("amplitude", Levels.logarithmic(5, 60, 5)),
                        axis("preferred", Levels.linear(0, 360 - 360.0 / preferred, preferred)),
                        axis("width", Levels.linear(15, 55, 5))),
                NoiseFamily.POISSON, 0));
    }

    private static ParameterAxis axis(String name, double... values) {
        return new ParameterAxis(name, values, Priors.flat(values.length));
    }

    @Test
    void posteriorsWithMassInManyCellsAreNearAndThoseInFewAreNearer() {
        TuningCurveSource neuron = neuron(20);
        List<GridBelief> beliefs = Stream.generate(() -> new GridBelief(neuron.curve())).limit(NEURONS)
                .toList();
        JointTables tables = JointTables.of(beliefs, STIMULI).orElseThrow();
        JointPosteriors posteriors = tables.posteriors(beliefs);
        List<ResponsePredictor> alone = beliefs.stream().map(belief -> belief.predictor(STIMULI)).toList();
        Truth[] cells = new Truth[NEURONS];
        Arrays.setAll(cells, i -> neuron.drawTruth(Streams.of(5, i, 0)));
        int sparse = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            sparse += compare(tables, posteriors, alone);
            for (int i = 0; i < NEURONS; i++) {
                double[] count = new double[1];
                double[] stimulus = STIMULI[trial % STIMULI.length];
                cells[i].respond(stimulus, Streams.of(5, i, trial + 1), count);
                beliefs.get(i).condition(stimulus, count);
            }
        }
        assertThat(sparse).isBetween(NEURONS, (TRIALS - 1) * NEURONS);
    }

    /** How many are sparse. */
    private static int compare(JointTables tables, JointPosteriors posteriors,
            List<ResponsePredictor> alone) {
        boolean[] counting = new boolean[NEURONS];
        Arrays.fill(counting, true);
        posteriors.refresh(counting);
        alone.forEach(ResponsePredictor::refresh);
        double[] nats = new double[NEURONS];
        JointMixer mixer = tables.newMixer();
        for (int candidate = 0; candidate < STIMULI.length; candidate++) {
            mixer.informationNats(candidate, posteriors, nats);
            for (int i = 0; i < NEURONS; i++) {
                Prediction expected = alone.get(i).newView().predict(candidate);
                assertThat(nats[i]).isCloseTo(expected.informationNats(),
                        within(posteriors.unit(i).sparse() ? SPARSE : DENSE));
            }
        }
        return posteriors.sparseUnits();
    }

    @Test
    void tablesThatWouldBeTooLargeAreNotMade() {
        GridBelief large = new GridBelief(neuron(2000).curve());
        double[][] many = Arrays.stream(Levels.linear(0, 359, 100)).mapToObj(x -> new double[]{x})
                .toArray(double[][]::new);
        assertThat(JointTables.of(List.of(large, large), many)).isEmpty();
        assertThat(JointTables.bytesNeeded(neuron(2000), 2, many.length)).isEmpty();
    }
}
