package io.stimloop.rig.neurons.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.stimloop.rig.neurons.simulated.GainFluctuation.Distribution;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bounds are five standard errors of what is compared, so that a right neuron passes with any seed. */
class SimulatedNeuronTest {
    private static final int TRIALS = 100_000;
    private static final long SEED = 20261122;
    private static final TuningCurve CURVE = new CircularTuning(2, 18, 90, 25, 360);

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 3, 20, 60})
    void withAllOptionsOffCountsArePoisson(double mean) {
        Sample sample = Sample.of(neuron(new GaussianTuning(mean, 0, 0, 1), Realism.NONE), TRIALS, 0);
        int bins = (int) (mean + 6 * Math.sqrt(mean)) + 2;
        long[] seen = sample.histogram(bins);
        double probability = Math.exp(-mean);
        for (int count = 0; count < bins - 1; count++) {
            double expected = TRIALS * probability;
            assertThat((double) seen[count]).as("trials with count %d, seed %d", count, SEED).isCloseTo(
                    expected,
                    within(5 * Math.sqrt(expected + 1)));
            probability *= mean / (count + 1);
        }
    }

    @Test
    void theMeanFollowsTheTuningCurveAndABlankGivesTheBaseline() {
        for (double direction : new double[]{0, 60, 90, 200}) {
            double expected = CURVE.expectedCount(direction);
            assertThat(Sample.of(neuron(CURVE, Realism.NONE), TRIALS, direction).mean())
                    .as("at %s, seed %d", direction, SEED)
                    .isCloseTo(expected, within(5 * Math.sqrt(expected / TRIALS)));
        }
        assertThat(Sample.of(neuron(CURVE, Realism.NONE), TRIALS).mean()).as("blank, seed %d", SEED)
                .isCloseTo(2,
                        within(5 * Math.sqrt(2.0 / TRIALS)));
    }

    @Test
    void aSilentNeuronNeverAnswersWithASpike() {
        assertThat(Sample.of(neuron(new GaussianTuning(0, 0, 0, 1), Realism.NONE), 1000, 0).counts())
                .containsOnly(0);
    }

    @ParameterizedTest
    @EnumSource(Distribution.class)
    void gainFluctuationsKeepTheMeanAndAddTheirVarianceTimesItsSquare(Distribution distribution) {
        Realism realism = Realism.NONE.with(new GainFluctuation(distribution, 0.2));
        Sample sample = Sample.of(neuron(CURVE, realism), TRIALS, 90);
        double variance = 20 + 0.2 * 20 * 20;
        assertThat(sample.mean()).as("seed %d", SEED).isCloseTo(20, within(5 * Math.sqrt(variance / TRIALS)));
        assertThat(sample.variance()).as("seed %d", SEED).isCloseTo(variance, within(0.05 * variance));
    }

    @Test
    void gammaGainsMakeCountsNegativeBinomial() {
        double dispersion = 0.5;
        Realism realism = Realism.NONE.with(new GainFluctuation(Distribution.GAMMA, dispersion));
        long[] seen = Sample.of(neuron(new GaussianTuning(6, 0, 0, 1), realism), TRIALS, 0).histogram(40);
        double size = 1 / dispersion;
        double probability = Math.pow(size / (size + 6), size);
        for (int count = 0; count < 39; count++) {
            double expected = TRIALS * probability;
            assertThat((double) seen[count]).as("trials with count %d, seed %d", count, SEED).isCloseTo(
                    expected,
                    within(5 * Math.sqrt(expected + 1)));
            probability *= (count + size) / (count + 1) * 6 / (size + 6);
        }
    }

    @Test
    void refractorinessKeepsTheMeanAndShrinksTheScatter() {
        Realism realism = Realism.NONE.with(new RefractoryProcess(0.003, 1));
        Sample sample = Sample.of(neuron(new GaussianTuning(100, 0, 0, 1), realism), TRIALS, 0);
        assertThat(sample.mean()).as("seed %d", SEED).isCloseTo(100, within(5 * Math.sqrt(50.0 / TRIALS)));
        assertThat(sample.fanoFactor()).as("seed %d", SEED).isCloseTo(0.7 * 0.7, within(0.02));
    }

    @Test
    void noTrialHasMoreSpikesThanTheRefractoryPeriodLeavesRoomFor() {
        Realism realism = Realism.NONE.with(new RefractoryProcess(0.01, 0.1))
                .with(new GainFluctuation(Distribution.GAMMA, 5));
        assertThat(Sample.of(neuron(new GaussianTuning(9, 0, 0, 1), realism), TRIALS, 0).counts())
                .contains(9).doesNotContain(11, 12, 13, 14, 15);
    }

    @Test
    void aCurveThatTheRefractoryPeriodCannotFollowIsRefused() {
        Realism realism = Realism.NONE.with(new RefractoryProcess(0.01, 1));
        assertThatThrownBy(() -> neuron(new GaussianTuning(50, 50, 0, 1), realism))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is 100.0, must be at most 95.0");
    }

    @Test
    void missedAndFalseSpikesMoveTheMeanAndTheTruth() {
        Realism realism = Realism.NONE.with(new Detection(0.25, 1.5));
        SimulatedNeuron neuron = neuron(CURVE, realism);
        double expected = 0.75 * 20 + 1.5;
        assertThat(Sample.of(neuron, TRIALS, 90).mean()).as("seed %d", SEED).isCloseTo(expected,
                within(5 * Math.sqrt(expected / TRIALS)));
        assertThat(neuron.truth()).containsEntry("baseline", 0.75 * 2 + 1.5)
                .containsEntry("amplitude", 0.75 * 18)
                .containsEntry("preferred", 90.0).containsEntry("width", 25.0)
                .containsEntry("dispersion", 0.0);
    }

    @Test
    void driftWalksAsFarAsItsStepsAndTheTruthFollows() {
        int neurons = 2000;
        int trials = 100;
        double squares = 0;
        for (int seed = 0; seed < neurons; seed++) {
            SimulatedNeuron neuron = new SimulatedNeuron(CURVE, Realism.NONE.with(new Drift(0.02, 0.5)),
                    seed);
            assertThat(neuron.truth()).containsEntry("amplitude", 18.0).containsEntry("preferred", 90.0);
            Sample.of(neuron, trials, 90);
            double shift = truth(neuron, "preferred") - 90;
            double logGain = Math.log(truth(neuron, "amplitude") / 18);
            squares += shift * shift / (0.25 * trials) + logGain * logGain / (0.0004 * trials);
        }
        assertThat(squares / (2 * neurons)).as("mean square in units of the expected").isCloseTo(1,
                within(5 * Math.sqrt(1.0 / neurons)));
    }

    @Test
    void aDriftedNeuronRespondsAsItsTruthSays() {
        SimulatedNeuron neuron = neuron(CURVE, Realism.NONE.with(new Drift(0, 30)));
        double squares = 0;
        double expected = 0;
        for (int trial = 0; trial < 10_000; trial++) {
            CircularTuning now = new CircularTuning(2, 18, truth(neuron, "preferred"), 25, 360);
            double residual = neuron.respond(new double[]{60}) - now.expectedCount(60);
            squares += residual * residual;
            expected += now.expectedCount(60);
        }
        assertThat(squares / expected).as("variance over mean about the truth, seed %d", SEED).isCloseTo(1,
                within(0.1));
    }

    @Test
    void latencyIsAtLeastItsFixedPartAndItsJitterHasItsMean() {
        SimulatedNeuron neuron = neuron(CURVE, Realism.NONE.with(new Latency(1_000_000, 200_000)));
        double total = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            neuron.respond(new double[0]);
            assertThat(neuron.latencyNanos()).isGreaterThanOrEqualTo(1_000_000);
            total += neuron.latencyNanos();
        }
        assertThat(total / TRIALS).as("seed %d", SEED).isCloseTo(1_200_000,
                within(5 * 200_000 / Math.sqrt(TRIALS)));
    }

    @Test
    void theSameSeedRepeatsEverythingAndAnotherDoesNot() {
        Realism realism = new Realism(new GainFluctuation(Distribution.LOG_NORMAL, 0.3), new Drift(0.05, 1),
                new RefractoryProcess(0.002, 1), new Detection(0.1, 2), new Latency(10, 1000));
        int[] once = Sample.of(new SimulatedNeuron(CURVE, realism, 1), 500, 80).counts();
        assertThat(Sample.of(new SimulatedNeuron(CURVE, realism, 1), 500, 80).counts()).isEqualTo(once);
        assertThat(Sample.of(new SimulatedNeuron(CURVE, realism, 2), 500, 80).counts()).isNotEqualTo(once);
    }

    @Test
    void anOptionDoesNotMoveTheChanceOfTheOthers() {
        Realism falseSpikes = Realism.NONE.with(new Detection(0, 3)).with(new Latency(0, 50));
        int[] clean = Sample.of(neuron(CURVE, Realism.NONE), 1000, 80).counts();
        int[] noisy = Sample.of(neuron(CURVE, falseSpikes), 1000, 80).counts();
        for (int trial = 0; trial < clean.length; trial++) {
            assertThat(noisy[trial]).as("trial %d, seed %d", trial, SEED)
                    .isGreaterThanOrEqualTo(clean[trial]);
        }
    }

    @Test
    void aStimulusThatIsNotOneFiniteValueIsRefusedAndUsesNoTrial() {
        SimulatedNeuron neuron = neuron(CURVE, Realism.NONE);
        assertThatThrownBy(() -> neuron.respond(new double[]{1, 2})).hasMessageContaining("[1.0, 2.0]");
        assertThatThrownBy(() -> neuron.respond(new double[]{Double.NaN})).hasMessageContaining("[NaN]")
                .hasMessageContaining("must be one finite value, or empty for a blank trial");
        assertThat(Sample.of(neuron, 50, 80)).usingRecursiveComparison()
                .isEqualTo(Sample.of(neuron(CURVE, Realism.NONE), 50, 80));
    }

    @Test
    void impossibleOptionsAreRefusedByName() {
        assertThatThrownBy(() -> new GainFluctuation(Distribution.GAMMA, -1))
                .hasMessageStartingWith("gain variance");
        assertThatThrownBy(() -> new Drift(Double.NaN, 0)).hasMessageStartingWith("drift of the log gain");
        assertThatThrownBy(() -> new Drift(0, -1)).hasMessageStartingWith("drift of the preferred stimulus");
        assertThatThrownBy(() -> new Detection(1.1, 0)).hasMessageStartingWith("miss probability: is 1.1");
        assertThatThrownBy(() -> new Detection(0, 1e9))
                .hasMessageStartingWith("false spikes per trial: is 1.0E9");
        assertThatThrownBy(() -> new Latency(-1, 0)).hasMessageStartingWith("latency: is -1");
        assertThatThrownBy(() -> new RefractoryProcess(2, 1))
                .hasMessageStartingWith("refractory period: is 2.0");
    }

    private static SimulatedNeuron neuron(TuningCurve curve, Realism realism) {
        return new SimulatedNeuron(curve, realism, SEED);
    }

    private static double truth(SimulatedNeuron neuron, String name) {
        Map<String, Double> truth = neuron.truth();
        assertThat(truth).containsKey(name);
        return truth.getOrDefault(name, Double.NaN);
    }
}
