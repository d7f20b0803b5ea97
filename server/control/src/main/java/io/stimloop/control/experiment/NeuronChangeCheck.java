package io.stimloop.control.experiment;

import io.stimloop.control.spec.Names;
import io.stimloop.control.spec.ResolvedSpec;
import io.stimloop.control.spec.Violation;
import io.stimloop.control.spec.Wording;
import io.stimloop.v1.NeuronChange;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether a change of an experiment's neurons makes sense. */
final class NeuronChangeCheck {
    private static final int LONGEST_OPERATOR = 1024;

    private final List<String> names;
    private final List<String> out;
    private final Set<String> named = new HashSet<>();
    private final List<Violation> faults = new ArrayList<>();

    private NeuronChangeCheck(List<String> names, List<String> out) {
        this.names = names;
        this.out = out;
    }

    /**
     * Refuses a change that makes none, with all its faults.
     *
     * @param spec with every neuron that there is
     * @param out  names of those that are left out
     * @throws Refused if there is any fault
     */
    static void require(NeuronChange wanted, ResolvedSpec spec, List<String> out) {
        requireKind(wanted, spec);
        NeuronChangeCheck check = new NeuronChangeCheck(spec.neurons(), out);
        check.drops(wanted.getDroppedList());
        check.adds(wanted.getAddedList());
        check.whole(wanted);
        if (!check.faults.isEmpty()) {
            throw Refused.of(Refused.Kind.INVALID, check.faults);
        }
    }

    private static void requireKind(NeuronChange wanted, ResolvedSpec spec) {
        if (spec.neurons().size() == 1) {
            throw Refused.of(Refused.Kind.STATE,
                    "an experiment of one neuron has none to drop, and none can be added to it;"
                            + " name several in the spec, or finish it");
        }
        if (!spec.source().grows() && !spec.neurons().containsAll(wanted.getAddedList())) {
            throw Refused.of(Refused.Kind.STATE,
                    "the neurons of this experiment's model are described together: they can be dropped and"
                            + " taken back, but none added");
        }
    }

    private void drops(List<String> drops) {
        for (int i = 0; i < drops.size(); i++) {
            String name = drops.get(i);
            String field = "drop[" + i + "]";
            if (!names.contains(name)) {
                fault(field, name, "is no neuron: " + Wording.suggestion(name, names));
            } else if (out.contains(name)) {
                fault(field, name, "is dropped already");
            }
            once(field, name);
        }
    }

    private void adds(List<String> adds) {
        for (int i = 0; i < adds.size(); i++) {
            String name = adds.get(i);
            String field = "add[" + i + "]";
            if (!Names.isValid(name)) {
                fault(field, name, "is no name: " + Names.RULE);
            } else if (names.contains(name) && !out.contains(name)) {
                fault(field, name, "is in already");
            }
            once(field, name);
        }
    }

    private void once(String field, String name) {
        if (!named.add(name)) {
            fault(field, name, "is named before in this request: name it once");
        }
    }

    private void fault(String field, String name, String complaint) {
        faults.add(new Violation(field, Wording.quoted(name) + " " + complaint));
    }

    private void whole(NeuronChange wanted) {
        if (named.isEmpty()) {
            faults.add(new Violation("drop", "is empty, as add is: name a neuron to drop or to add"));
        }
        if (faults.isEmpty()
                && names.size() - out.size() - wanted.getDroppedCount() + wanted.getAddedCount() < 1) {
            faults.add(new Violation("drop", "would leave no neuron; pause or finish the experiment"));
        }
        if (wanted.getOperator().length() > LONGEST_OPERATOR) {
            faults.add(new Violation("operator", "has " + wanted.getOperator().length()
                    + " characters; at most " + LONGEST_OPERATOR));
        }
    }
}
