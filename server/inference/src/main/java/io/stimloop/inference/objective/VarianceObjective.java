package io.stimloop.inference.objective;

import io.stimloop.inference.belief.Prediction;
import io.stimloop.inference.belief.Quantity;
import io.stimloop.inference.belief.Question;
import java.util.List;

/**
 * The expected decrease of the posterior variance of quantities: of parameters it is A-optimal design, also called
 * minimum mean squared error (Chaloner and Verdinelli 1995, Statistical Science 10, section 2.2); of the curve at
 * test stimuli it is the prediction error of Park, Weller, Horwitz and Pillow (2014, Neural Computation 26).
 *
 * @param question with the quantities
 */
public record VarianceObjective(Question.VarianceReduction question) implements Objective {
    /** For quantities, at least one. */
    public VarianceObjective(List<Quantity> quantities) {
        this(new Question.VarianceReduction(List.copyOf(quantities)));
    }

    @Override
    public double utility(Prediction prediction) {
        return prediction.varianceReduction();
    }

    @Override
    public boolean prompt() {
        return true;
    }
}
