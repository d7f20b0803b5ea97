package io.stimloop.inference.glm;

import io.stimloop.inference.belief.Prediction;
import io.stimloop.inference.belief.ResponsePredictor.View;
import java.util.function.IntToDoubleFunction;

/** One thread's way to predictions that follow from mean and variance of eta; it is the last of them itself. */
abstract class EtaView implements View, Prediction {
    private final EtaMoments moments;
    private int candidate;

    EtaView(EtaMoments moments) {
        this.moments = moments;
    }

    EtaMoments moments() {
        return moments;
    }

    /** What was asked for last. */
    int candidate() {
        return candidate;
    }

    /** Mean of eta of a neuron at the candidate. */
    double m(int unit) {
        return moments.mean(unit, candidate);
    }

    /** Variance of eta of a neuron at the candidate. */
    double v(int unit) {
        return moments.variance(unit, candidate);
    }

    /** A sum over the neurons that are not left out, in their order. */
    double sum(IntToDoubleFunction ofUnit) {
        double sum = 0;
        for (int unit = 0; unit < moments.units(); unit++) {
            if (moments.includes(unit)) {
                sum += ofUnit.applyAsDouble(unit);
            }
        }
        return sum;
    }

    @Override
    public Prediction predict(int index) {
        candidate = index;
        return this;
    }

    @Override
    public int units() {
        return moments.units();
    }

    @Override
    public boolean includes(int unit) {
        return moments.includes(unit);
    }
}
