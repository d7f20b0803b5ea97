package io.stimloop.control.spec;

import io.stimloop.inference.response.TuningCurve;
import io.stimloop.v1.ExperimentSpec;
import java.util.List;

/**
 * A spec that obeys every rule, with every default filled in, in the terms of the domain. Only
 * {@link SpecResolver} makes one.
 *
 * @param original    as sent
 * @param name        of the experiment
 * @param seed        of everything drawn at random
 * @param dimensions  of the stimulus
 * @param candidates  every combination of the dimensions' values, one row each, the first dimension slowest;
 *                    not to be modified
 * @param model       p(r given x, theta) and the prior of theta
 * @param planner     how the next stimulus is found, and by when
 * @param safety      limits that no command may leave
 * @param stopping    when the experiment is over
 * @param memoryBytes that the belief and its tables need
 */
public record ResolvedSpec(ExperimentSpec original, String name, long seed,
        List<StimulusDimension> dimensions,
        double[][] candidates, TuningCurve model, PlannerSettings planner, SafetySettings safety,
        StoppingRules stopping, long memoryBytes) {}
