package io.stimloop.control.experiment;

import io.stimloop.control.spec.Resolution;
import io.stimloop.control.spec.ResolvedSpec;
import io.stimloop.control.spec.SpecResolver;
import io.stimloop.control.spec.Violation;
import io.stimloop.inference.belief.Belief;
import io.stimloop.planning.decision.Planner;
import io.stimloop.v1.ExperimentSpec;
import io.stimloop.v1.Neuron;
import io.stimloop.v1.NeuronChange;
import io.stimloop.v1.NeuronsChanged;
import io.stimloop.v1.ServerMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which of an experiment's neurons are in. A change is decided on when an operator asks for it and waits until no trial
 * is under way. Called by the experiment's one writer.
 */
final class NeuronChanges {
    /** Makes a planner for more neurons, when the belief has taken them in; readers are told too. */
    interface Enlarger {
        Planner enlarge(ResolvedSpec bigger);
    }

    /**
     * A change that was asked for.
     *
     * @param message what it is
     * @param bigger  the spec with the new neurons; empty where there are none
     */
    private record Waiting(NeuronChange message, Optional<ResolvedSpec> bigger) {}

    private final Belief belief;
    private final Enlarger enlarger;
    private final List<String> out = new ArrayList<>();
    private final List<NeuronChange> all = new ArrayList<>();
    private final List<Waiting> waiting = new ArrayList<>();
    private ResolvedSpec spec;

    /**
     * Of an experiment as it begins; its belief may have left neurons out already.
     *
     * @param belief   the experiment's own
     * @param enlarger what else must know of new neurons
     */
    NeuronChanges(ResolvedSpec spec, Belief belief, Enlarger enlarger) {
        this.spec = spec;
        this.belief = belief;
        this.enlarger = enlarger;
        for (int unit = 0; unit < belief.units(); unit++) {
            if (!belief.includes(unit)) {
                out.add(spec.neurons().get(unit));
            }
        }
    }

    /**
     * A spec as if it had named the new neurons of a change too, who obey every rule that the first ones did.
     *
     * @param wanted adds neurons, perhaps
     * @return empty where none is new
     * @throws Refused if with them the spec would be wrong
     */
    static Optional<ResolvedSpec> bigger(ResolvedSpec now, NeuronChange wanted, long memoryBudgetBytes) {
        List<String> fresh = wanted.getAddedList().stream().filter(name -> !now.neurons().contains(name))
                .distinct().toList();
        if (fresh.isEmpty()) {
            return Optional.empty();
        }
        ExperimentSpec.Builder more = now.original().toBuilder();
        fresh.forEach(name -> more.addNeurons(Neuron.newBuilder().setName(name)));
        return switch (SpecResolver.resolve(more.build(), memoryBudgetBytes)) {
            case Resolution.Accepted(ResolvedSpec bigger) -> Optional.of(bigger);
            case Resolution.Refused(List<Violation> violations) -> throw Refused.of(Refused.Kind.INVALID,
                    violations.stream().map(fault -> new Violation("add",
                            "with it the spec would be wrong: " + fault.field() + ": " + fault.description()))
                            .toList());
        };
    }

    /** The spec with every neuron that was added, also where that waits. */
    ResolvedSpec spec() {
        return spec;
    }

    /** Every change, in order, also those that wait. */
    List<NeuronChange> all() {
        return all;
    }

    /** How many have taken effect. */
    int effective() {
        return all.size() - waiting.size();
    }

    /**
     * Refuses a change that makes no sense.
     *
     * @throws Refused with all its faults
     */
    void require(NeuronChange wanted) {
        NeuronChangeCheck.require(wanted, spec, out);
    }

    /**
     * Decides on a change.
     *
     * @param wanted complete but for the trial; makes sense
     * @param bigger the spec with the new neurons behind the others; empty where there are none
     * @param trial  before which it takes effect
     * @throws Refused when the bigger spec has other neurons; nothing has changed then
     */
    void decide(NeuronChange wanted, Optional<ResolvedSpec> bigger, long trial) {
        List<String> names = new ArrayList<>(spec.neurons());
        wanted.getAddedList().stream().filter(name -> !names.contains(name)).toList().forEach(names::add);
        if (!bigger.orElse(spec).neurons().equals(names)) {
            throw Refused.of(Refused.Kind.STATE, "someone else has changed the neurons; ask again");
        }
        NeuronChange decided = wanted.toBuilder().setTrial(trial).build();
        spec = bigger.orElse(spec);
        out.addAll(wanted.getDroppedList());
        out.removeAll(wanted.getAddedList());
        all.add(decided);
        waiting.add(new Waiting(decided, bigger));
    }

    /** Whether a change waits. */
    boolean waits() {
        return !waiting.isEmpty();
    }

    /**
     * Makes true of the belief what waits; no search may be under way.
     *
     * @param made receives the changes
     * @return the setup to go on with
     */
    LoopSetup takeEffect(LoopSetup before, List<NeuronChange> made) {
        LoopSetup setup = before;
        for (Waiting change : waiting) {
            setup = change.bigger().isPresent() ? enlarged(setup, change.bigger().get()) : setup;
            change.message().getDroppedList().forEach(name -> belief.include(unit(name), false));
            change.message().getAddedList().forEach(name -> belief.include(unit(name), true));
            made.add(change.message());
        }
        waiting.clear();
        return setup;
    }

    private LoopSetup enlarged(LoopSetup before, ResolvedSpec bigger) {
        belief.add(bigger.neurons().size() - belief.units());
        return before.enlarged(bigger.source().responses(), enlarger.enlarge(bigger));
    }

    private int unit(String name) {
        return spec.neurons().indexOf(name);
    }

    /** What a rig must send counts for now. */
    ServerMessage message() {
        NeuronsChanged.Builder now = NeuronsChanged.newBuilder();
        spec.neurons().subList(0, belief.units())
                .forEach(name -> now.addNeurons(Neuron.newBuilder().setName(name)));
        return ServerMessage.newBuilder().setNeuronsChanged(now).build();
    }
}
