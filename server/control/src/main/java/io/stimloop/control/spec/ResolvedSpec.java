package io.stimloop.control.spec;

import io.stimloop.control.safety.EnvelopeParts;
import io.stimloop.inference.belief.BeliefSource;
import io.stimloop.inference.objective.Aim;
import io.stimloop.v1.ExperimentSpec;
import io.stimloop.v1.Neuron;
import java.util.List;

/**
 * A spec that obeys every rule, with every default filled in, in the terms of the domain. Only
 * {@link SpecResolver} makes one.
 *
 * @param original    as sent
 * @param name        of the experiment
 * @param seed        of everything drawn at random
 * @param stimulus    what can be presented
 * @param source      p(r given x, theta), the prior of theta and the form of the belief
 * @param aim         what makes a stimulus useful, and what it costs; the source answers its question
 * @param planner     how the next stimulus is found, and by when
 * @param modelCheck  how the model is checked while the experiment runs
 * @param safety      limits that no command may leave
 * @param stopping    when the experiment is over
 * @param simulation  the cell that answers where there is none
 * @param memoryBytes that the belief and its tables need
 */
public record ResolvedSpec(ExperimentSpec original, String name, long seed,
        StimulusPlan stimulus, BeliefSource source, Aim aim, PlannerSettings planner,
        ModelCheckSettings modelCheck, SafetySettings safety,
        StoppingRules stopping, TruthSource simulation, long memoryBytes) {
    /** The dimensions of the stimulus. */
    public List<StimulusDimension> dimensions() {
        return stimulus.dimensions();
    }

    /** Names of the neurons, by unit; of the subject or the channel of a model that has no neurons. */
    public List<String> neurons() {
        return original.getNeuronsList().stream().map(Neuron::getName).toList();
    }

    /** The stimuli to choose from, one row each; not to be modified. */
    public double[][] candidates() {
        return stimulus.candidates();
    }

    /** What the safety envelope is made of. */
    public EnvelopeParts envelope() {
        return EnvelopeCheck.parts(stimulus, safety, safety.limits());
    }

    /** The same with another seed, and another way to find the next stimulus. */
    public ResolvedSpec with(long newSeed, PlanningMethod method) {
        PlannerSettings settings = planner.with(method);
        return new ResolvedSpec(original, name, newSeed, stimulus, source, aim, settings, modelCheck, safety,
                stopping, simulation, memoryBytes);
    }

    /** The same where no target must rest. */
    public ResolvedSpec restless() {
        return new ResolvedSpec(original, name, seed, stimulus.restless(), source, aim, planner, modelCheck,
                safety, stopping, simulation, memoryBytes);
    }

    /** The same with another cell that answers where there is none. */
    public ResolvedSpec simulating(TruthSource cell) {
        return new ResolvedSpec(original, name, seed, stimulus, source, aim, planner, modelCheck, safety,
                stopping, cell,
                memoryBytes);
    }
}
