package io.stimloop.inference.grid;

import io.stimloop.inference.belief.Truth;
import io.stimloop.inference.response.CountNoise;
import io.stimloop.inference.response.NoiseFamily;
import io.stimloop.inference.response.ParameterAxis;
import io.stimloop.inference.response.TuningCurve;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/** A cell whose expected count is a tuning curve with known parameters. */
final class TuningCurveTruth implements Truth {
    private static final double[] CERTAIN = {1};

    private final double[] values;
    private final TuningCurve known;
    private final CountNoise noise;
    private final double[] gain = new double[1];

    /** @param values of the curve's axes, in their order */
    TuningCurveTruth(TuningCurve curve, double[] values) {
        this.values = values;
        List<ParameterAxis> axes = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            axes.add(new ParameterAxis(curve.axes().get(i).name(), new double[]{values[i]}, CERTAIN));
        }
        this.known = new TuningCurve(curve.shape(), curve.period(), axes, curve.noise(),
                curve.countCeiling());
        this.noise = new CountNoise(
                curve.noise() == NoiseFamily.POISSON ? 0 : known.axis("dispersion").first());
    }

    @Override
    public double[] parameters(int unit) {
        return values.clone();
    }

    @Override
    public double expected(int unit, double[] stimulus) {
        known.profile(TuningCurveGrid.value(stimulus), gain, 0);
        return known.axis("baseline").first() + known.axis("amplitude").first() * gain[0];
    }

    @Override
    public void respond(double[] stimulus, UniformRandomProvider random, double[] response) {
        response[0] = noise.draw(expected(0, stimulus), random);
    }
}
