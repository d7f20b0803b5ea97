package io.stimloop.inference.belief;

import io.stimloop.inference.grid.PointGridSource;
import io.stimloop.inference.grid.TuningCurveSource;
import io.stimloop.inference.particle.ParticleSettings;
import io.stimloop.inference.particle.ParticleSource;
import io.stimloop.inference.psychometric.PsychometricModel;
import io.stimloop.inference.psychometric.PsychometricShape;
import io.stimloop.inference.response.Densities;
import io.stimloop.inference.response.Levels;
import io.stimloop.inference.response.NoiseFamily;
import io.stimloop.inference.response.ParameterAxis;
import io.stimloop.inference.response.Priors;
import io.stimloop.inference.response.Shape;
import io.stimloop.inference.response.TuningCurve;
import java.util.ArrayList;
import java.util.List;

/** Sources of beliefs of points, small enough to check. */
final class SmallSources {
    private SmallSources() {}

    static ParameterAxis axis(String name, double... values) {
        return new ParameterAxis(name, values, Priors.flat(values.length));
    }

    static PointGridSource weibull() {
        return new PointGridSource(new PsychometricModel(PsychometricShape.WEIBULL, 2, List.of()),
                List.of(axis("threshold", Levels.linear(-40, 0, 21)), axis("slope", 2, 3.5, 5),
                        axis("lapse", 0, 0.02)),
                new double[]{Double.NaN, Double.NaN, Double.NaN});
    }

    static ParticleSource particles() {
        return new ParticleSource(new PsychometricModel(PsychometricShape.WEIBULL, 2, List.of()),
                List.of(Densities.uniform(-40, 0), Densities.uniform(2, 5), Densities.uniform(0, 0.04)),
                new ParticleSettings(300, 0.5, 2, 1));
    }

    static TuningCurveSource bump(NoiseFamily noise, int ceiling) {
        List<ParameterAxis> axes = new ArrayList<>(List.of(axis("baseline", 0.5, 2, 6),
                axis("amplitude", Levels.linear(2, 30, 5)), axis("preferred", Levels.linear(-30, -5, 9)),
                axis("width", 2, 5, 9)));
        if (noise == NoiseFamily.NEGATIVE_BINOMIAL) {
            axes.add(axis("dispersion", 0.05, 0.3));
        }
        return new TuningCurveSource(new TuningCurve(Shape.GAUSSIAN, Double.NaN, axes, noise, ceiling));
    }
}
