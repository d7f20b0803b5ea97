package io.stimloop.inference.population;

import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.Question;
import io.stimloop.inference.belief.ResponsePredictor;
import io.stimloop.inference.grid.JointPosteriors;
import io.stimloop.inference.grid.JointTables;
import java.util.Arrays;
import java.util.Optional;

/**
 * How much the next counts of a population tell, where its units have the same tuning curve's grid: they are predicted
 * together, from tables that they share.
 */
final class JointPredictor implements ResponsePredictor {
    private final PopulationBelief belief;
    private final JointTables tables;
    private final JointPosteriors posteriors;
    private final double[] weights;
    private final boolean[] counting;

    /** @param weights by unit */
    private JointPredictor(PopulationBelief belief, JointTables tables, double[] weights) {
        this.belief = belief;
        this.tables = tables;
        this.posteriors = tables.posteriors(belief.beliefs());
        this.weights = weights;
        this.counting = new boolean[weights.length];
        refresh();
    }

    /** One for a belief, stimuli and a question; empty where the units cannot be predicted together. */
    static Optional<ResponsePredictor> of(PopulationBelief belief, double[][] candidates, Question question) {
        if (!(question instanceof Question.Information(double[] given))) {
            return Optional.empty();
        }
        double[] weights = new double[belief.units()];
        Arrays.setAll(weights, unit -> Question.weight(given, unit));
        return JointTables.of(belief.beliefs(), candidates)
                .map(tables -> new JointPredictor(belief, tables, weights));
    }

    @Override
    public int candidates() {
        return tables.candidates();
    }

    @Override
    public void refresh() {
        for (int unit = 0; unit < counting.length; unit++) {
            counting[unit] = belief.includes(unit) && weights[unit] > 0;
        }
        posteriors.refresh(counting);
    }

    @Override
    public View newView() {
        return new JointView(belief, posteriors, tables.newMixer(), weights, counting);
    }

    @Override
    public ResponsePredictor over(Belief other) {
        if (!(other instanceof PopulationBelief population) || population.units() != weights.length) {
            throw new IllegalArgumentException(
                    "belief: " + other + " must be a copy of the belief predicted from");
        }
        return new JointPredictor(population, tables, weights);
    }

    @Override
    public long bytes() {
        return tables.bytes();
    }
}
