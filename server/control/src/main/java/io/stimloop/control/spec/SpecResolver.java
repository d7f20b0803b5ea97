package io.stimloop.control.spec;

import io.stimloop.inference.objective.Aim;
import io.stimloop.v1.ExperimentSpec;
import io.stimloop.v1.Neuron;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a spec, whole: the one way from what was sent to what is run. */
public final class SpecResolver {
    private static final int MOST_NEURONS = 1000;

    private SpecResolver() {}

    /**
     * Checks a spec against every rule of {@code spec.proto} and resolves it. Whatever the spec says, nothing
     * is thrown and no more memory is used than the spec itself takes, some times over.
     *
     * @param limits            of the server that is to run it
     * @param memoryBudgetBytes most that the belief and its tables may need; 16 GiB where more is given
     */
    public static Resolution resolve(ExperimentSpec spec, OperatorLimits limits, long memoryBudgetBytes) {
        Faults at = Faults.none();
        UnknownFields.check(spec, at);
        Names.check(spec.getName(), at.field("name"));
        checkNeurons(spec.getNeuronsList(), at.field("neurons"));
        StimulusPlan stimulus = StimulusSection.read(spec.getStimulus(), spec.getSeed(),
                at.field("stimulus"));
        SafetySettings safety = SafetySection.read(spec.getSafety(),
                new SafetyContext(spec.getStimulus(), stimulus, limits), at.field("safety"));
        StimulusCheck check = new StimulusCheck(stimulus, safety);
        check.checkCandidates(at.field("stimulus"));
        new EnvelopeCheck(stimulus, safety, limits).check(at);
        ModelDraft model = ModelSection.read(new ModelContext(spec, stimulus), at.field("model"));
        Aim aim = ObjectiveSection.read(spec, stimulus, model, check, at.field("objective"));
        PlannerSettings planner = PlannerSection.read(spec.getPlanner(),
                new PlannerContext(spec, check, model, aim), at.field("planner"));
        ModelCheckSettings modelCheck = ModelCheckSection.read(spec, planner.method(),
                at.field("modelCheck"));
        StoppingRules stopping = StoppingSection.read(spec.getStopping(), model.parameterNames(),
                at.field("stopping"));
        SessionSection.check(spec.getSession(), at.field("session"));
        Optional<TruthSource> simulation = SimulationSection.read(spec, model,
                stimulus.dimensions(), at.field("simulation"));
        MemoryNeeds memory = MemoryNeeds.of(model, aim, stimulus, planner, safety,
                memoryBudgetBytes, at);
        return model.source().isPresent() && at.clean()
                ? new Resolution.Accepted(new ResolvedSpec(spec, spec.getName(), spec.getSeed(), stimulus,
                        model.source().get(), aim, memory.planner(), modelCheck, safety, stopping,
                        simulation.orElseThrow(), memory.bytes()))
                : new Resolution.Refused(at.violations());
    }

    /**
     * The same for an experiment that drives nothing, as a study or a simulation does: no limits but its own.
     *
     * @param memoryBudgetBytes most that the belief and its tables may need
     */
    public static Resolution resolve(ExperimentSpec spec, long memoryBudgetBytes) {
        return resolve(spec, OperatorLimits.NOTHING_DRIVEN, memoryBudgetBytes);
    }

    private static void checkNeurons(List<Neuron> neurons, Faults at) {
        at.require(!neurons.isEmpty() && neurons.size() <= MOST_NEURONS,
                "has " + Wording.number(neurons.size()) + " entries: give from 1 to "
                        + Wording.number(MOST_NEURONS));
        Set<String> names = new HashSet<>();
        for (int i = 0; i < Math.min(neurons.size(), MOST_NEURONS); i++) {
            String name = neurons.get(i).getName();
            Faults place = at.element(i).field("name");
            Names.check(name, place);
            place.require(name.isEmpty() || names.add(name),
                    Wording.quoted(name) + " names an earlier neuron too: names must differ");
        }
    }
}
