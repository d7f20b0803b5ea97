package io.stimloop.control.experiment;

import io.stimloop.control.check.ModelCheck;
import io.stimloop.control.spec.ResolvedSpec;
import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.ResponsePredictor;
import io.stimloop.planning.decision.Previous;
import io.stimloop.v1.Maintained;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Takes readings of an experiment's belief; called by its writer, between trials. However many ask, the
 * belief is copied at most once for each trial.
 */
final class BeliefReader {
    private final Belief belief;
    private ResolvedSpec spec;
    private ResponsePredictor tables;
    private @Nullable BeliefReading latest;
    private long latestTrials;
    private int latestNeuronChanges;
    private @Nullable Maintained latestMaintained;
    private double[] latestStimulus = {};

    /**
     * Makes a reader.
     *
     * @param belief the experiment's own
     * @param spec   names the neurons, the candidates and the aim
     * @param tables of the predictions for the candidates
     */
    BeliefReader(Belief belief, ResolvedSpec spec, ResponsePredictor tables) {
        this.belief = belief;
        this.spec = spec;
        this.tables = tables;
    }

    /** The belief has taken in more units. */
    void enlarge(ResolvedSpec bigger, ResponsePredictor moreTables) {
        spec = bigger;
        tables = moreTables;
    }

    /**
     * The latest reading, or a new one where something has changed since.
     *
     * @param neuronChanges that have taken effect
     * @param previous      the trial that the next decision follows
     */
    BeliefReading read(long implausible, ModelCheck.@Nullable Result check, @Nullable Maintained maintained,
            int neuronChanges, Previous previous) {
        BeliefReading reading = latest;
        if (reading == null || latestTrials != belief.trials() || latestNeuronChanges != neuronChanges
                || !Objects.equals(latestMaintained, maintained)
                || !Arrays.equals(latestStimulus, previous.stimulus())) {
            reading = new BeliefReading(belief.copy(), spec.neurons(), implausible, check, maintained,
                    new StimulusScores(PlannerFactory.choices(spec), tables, spec.aim(), previous));
            latest = reading;
            latestTrials = belief.trials();
            latestNeuronChanges = neuronChanges;
            latestMaintained = maintained;
            latestStimulus = previous.stimulus();
        }
        return reading;
    }
}
