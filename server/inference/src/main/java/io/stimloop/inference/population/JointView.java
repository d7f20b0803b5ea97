package io.stimloop.inference.population;

import io.stimloop.inference.belief.Prediction;
import io.stimloop.inference.belief.ResponsePredictor.View;
import io.stimloop.inference.grid.JointMixer;
import io.stimloop.inference.grid.JointPosteriors;

/** One thread's way to the predictions of a {@link JointPredictor}; holds the last of them. */
final class JointView implements View, Prediction {
    private final PopulationBelief belief;
    private final JointPosteriors posteriors;
    private final JointMixer mixer;
    private final double[] weights;
    private final boolean[] counting;
    private final double[] nats;

    /**
     * Looks at what a predictor keeps.
     *
     * @param weights  by unit
     * @param counting by unit: whether it is in and has a weight
     */
    JointView(PopulationBelief belief, JointPosteriors posteriors, JointMixer mixer, double[] weights,
            boolean[] counting) {
        this.belief = belief;
        this.posteriors = posteriors;
        this.mixer = mixer;
        this.weights = weights;
        this.counting = counting;
        this.nats = new double[weights.length];
    }

    @Override
    public Prediction predict(int candidate) {
        mixer.informationNats(candidate, posteriors, nats);
        return this;
    }

    @Override
    public int units() {
        return weights.length;
    }

    @Override
    public boolean includes(int unit) {
        return belief.includes(unit);
    }

    /** Summed in the order of the units. */
    @Override
    public double informationNats() {
        double sum = 0;
        for (int unit = 0; unit < nats.length; unit++) {
            sum += counting[unit] ? weights[unit] * nats[unit] : 0;
        }
        return sum;
    }
}
