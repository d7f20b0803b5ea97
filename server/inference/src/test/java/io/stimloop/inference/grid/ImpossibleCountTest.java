package io.stimloop.inference.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.stimloop.inference.belief.DiscretePrediction;
import io.stimloop.inference.belief.ResponsePredictor;
import io.stimloop.inference.response.NoiseFamily;
import io.stimloop.inference.response.ParameterAxis;
import io.stimloop.inference.response.Priors;
import io.stimloop.inference.response.Shape;
import io.stimloop.inference.response.TuningCurve;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Counts to which a model gives next to no probability must be survived and may be unlearned. */
final class ImpossibleCountTest {
    private static final double[] ALL = {0, 1};
    private static final double[] NONE = {0};
    /** Where g is 1, and where it is next to 0. */
    private static final double[] PEAK = {0};
    private static final double[] FAR = {100};

    private static GridBelief belief(NoiseFamily noise, double[] baselines, double[] amplitudes) {
        List<ParameterAxis> axes = List.of(axis("baseline", baselines), axis("amplitude", amplitudes),
                axis("preferred", -1, 0, 1), axis("width", 1, 2), axis("dispersion", 0.05, 0.5));
        return new GridBelief(new TuningCurve(Shape.GAUSSIAN, Double.NaN,
                noise == NoiseFamily.POISSON ? axes.subList(0, 4) : axes, noise, 0));
    }

    private static ParameterAxis axis(String name, double... values) {
        return new ParameterAxis(name, values, Priors.flat(values.length));
    }

    @ParameterizedTest
    @EnumSource
    void aSilentModelThatSeesSpikesKeepsItsBelief(NoiseFamily noise) {
        GridBelief belief = belief(noise, NONE, NONE);
        double logProbability = belief.condition(PEAK, new double[]{1000});
        assertThat(logProbability).isFinite().isLessThan(-20_000);
        assertThat(belief.marginals().get(2)).containsExactly(Priors.flat(3), within(1e-9));
    }

    @ParameterizedTest
    @EnumSource
    void silentRowsAreGivenUpAndComeBack(NoiseFamily noise) {
        GridBelief belief = belief(noise, ALL, new double[]{0, 10});
        belief.condition(PEAK, new double[]{1000});
        assertThat(belief.parameters().getFirst().mean()).isGreaterThan(0.5);
        assertThat(belief.parameters().get(1).mean()).isCloseTo(10, within(1e-9));
        for (int trial = 0; trial < 1000; trial++) {
            belief.condition(FAR, new double[1]);
        }
        assertThat(belief.parameters().getFirst().mean()).isLessThan(1e-3);
        for (int trial = 0; trial < 100; trial++) {
            belief.condition(FAR, new double[]{1});
        }
        assertThat(belief.parameters().getFirst().mean()).isGreaterThan(0.999);
    }

    @ParameterizedTest
    @EnumSource
    void laterTrialsStillTellParametersApart(NoiseFamily noise) {
        GridBelief belief = belief(noise, ALL, new double[]{0, 10});
        belief.condition(FAR, new double[]{100_000});
        double entropy = belief.entropyNats();
        for (int trial = 0; trial < 50; trial++) {
            belief.condition(new double[]{2.5}, new double[]{9});
        }
        assertThat(belief.entropyNats()).isLessThan(entropy);
        assertThat(belief.parameters().get(2).mean()).isGreaterThan(0.9);
        ResponsePredictor.View view = belief.predictor(new double[][]{PEAK, FAR}).newView();
        assertThat(((DiscretePrediction) view.predict(0)).conditionalEntropyNats()).isPositive();
    }
}
