package io.stimloop.inference.objective;

import io.stimloop.inference.belief.Prediction;
import io.stimloop.inference.belief.Question;

/**
 * The mutual information between the next response and the parameters, in nats:
 * {@code I(r; theta | x) = H(r | x) - E[H(r | x, theta)]} (Lindley 1956, Annals of
 * Mathematical Statistics 27, p. 986). It is what one trial with x is expected to take off the entropy of the belief.
 *
 * @param question with the weights of the units
 */
public record Infomax(Question.Information question) implements Objective {
    /** All units alike. */
    public Infomax() {
        this(new Question.Information(new double[0]));
    }

    @Override
    public double utility(Prediction prediction) {
        return prediction.informationNats();
    }

    @Override
    public boolean prompt() {
        return true;
    }
}
