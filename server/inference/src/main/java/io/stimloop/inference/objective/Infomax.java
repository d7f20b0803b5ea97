package io.stimloop.inference.objective;

import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.Prediction;
import io.stimloop.inference.belief.Question;
import io.stimloop.inference.belief.Responses;
import io.stimloop.numerics.kernel.Elementary;

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

    /** {@code I(r; theta | x) <= H(r | x) <= ln(alternatives)} where a choice is made. */
    @Override
    public double mostPerTrial(Responses responses) {
        return responses.kind() == Responses.Kind.CHOICE
                ? Question.weight(question.weights(), 0) * Elementary.log(responses.alternatives())
                : Double.POSITIVE_INFINITY;
    }

    /**
     * By the chain rule the expected information of trials, each chosen in the light of those before, sums up to that
     * of all their responses together, which is at most the entropy of the parameters where that is one over finitely
     * many values. A unit counts by its weight, so by no more than the greatest.
     */
    @Override
    public double mostInAll(Belief belief) {
        double greatest = 0;
        for (int unit = 0; unit < belief.units(); unit++) {
            greatest = Math.max(greatest, Question.weight(question.weights(), unit));
        }
        return greatest == 0 ? 0 : greatest * belief.undecidedNats();
    }
}
