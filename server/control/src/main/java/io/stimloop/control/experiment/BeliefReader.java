package io.stimloop.control.experiment;

import io.stimloop.control.check.ModelCheck;
import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.ResponsePredictor;
import io.stimloop.inference.objective.Objective;
import io.stimloop.v1.Maintained;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Takes readings of an experiment's belief; called by its writer, between trials. However many ask, the
 * belief is copied at most once for each trial.
 */
final class BeliefReader {
    private final Belief belief;
    private final double[][] candidates;
    private List<String> neurons;
    private ResponsePredictor tables;
    private Objective objective;
    private @Nullable BeliefReading latest;
    private long latestTrials;
    private int latestNeuronChanges;
    private @Nullable Maintained latestMaintained;

    /**
     * Makes a reader.
     *
     * @param belief     the experiment's own
     * @param neurons    their names, by unit
     * @param candidates the stimuli there are
     * @param tables     of the predictions for them
     * @param objective  what makes one useful
     */
    BeliefReader(Belief belief, List<String> neurons, double[][] candidates, ResponsePredictor tables,
            Objective objective) {
        this.belief = belief;
        this.neurons = neurons;
        this.candidates = candidates;
        this.tables = tables;
        this.objective = objective;
    }

    /** The belief has taken in more units. */
    void enlarge(List<String> moreNeurons, ResponsePredictor moreTables, Objective theirObjective) {
        neurons = moreNeurons;
        tables = moreTables;
        objective = theirObjective;
    }

    /**
     * The latest reading, or a new one where something has changed since.
     *
     * @param neuronChanges that have taken effect
     */
    BeliefReading read(long implausible, ModelCheck.@Nullable Result check, @Nullable Maintained maintained,
            int neuronChanges) {
        BeliefReading reading = latest;
        if (reading == null || latestTrials != belief.trials() || latestNeuronChanges != neuronChanges
                || !Objects.equals(latestMaintained, maintained)) {
            reading = new BeliefReading(belief.copy(), neurons, implausible, check, maintained, candidates,
                    tables,
                    objective);
            latest = reading;
            latestTrials = belief.trials();
            latestNeuronChanges = neuronChanges;
            latestMaintained = maintained;
        }
        return reading;
    }
}
