package io.stimloop.control.spec;

import io.stimloop.inference.formula.Formula;
import io.stimloop.inference.formula.FormulaFault;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the formulas of a model, and keeps in mind which names they used. Not thread safe. */
final class FormulaReader {
    private final List<String> stimulus;
    private final List<String> parameters;
    private final Set<String> used = new HashSet<>();

    /**
     * A reader of formulas over these names.
     *
     * @param stimulus   of the stimulus values
     * @param parameters of the model
     */
    FormulaReader(List<String> stimulus, List<String> parameters) {
        this.stimulus = stimulus;
        this.parameters = parameters;
    }

    /** The formula; empty when a fault was reported. */
    Optional<Formula> read(String text, Faults at) {
        if (text.isBlank()) {
            at.add("is missing: a formula over "
                    + String.join(", ", Stream.concat(stimulus.stream(), parameters.stream()).toList()));
            return Optional.empty();
        }
        try {
            Formula formula = Formula.parse(text, stimulus, parameters);
            used.addAll(formula.names());
            return Optional.of(formula);
        } catch (FormulaFault fault) {
            at.add(fault.getMessage() + (fault.unknown().isEmpty()
                    ? ""
                    : ", " + Wording.suggestion(fault.unknown(), fault.known())));
            return Optional.empty();
        }
    }

    /** Whether one of the formulas that were read uses a name. */
    boolean uses(String name) {
        return used.contains(name);
    }

    /** Reports the first name that cannot stand in a formula; returns whether all can. */
    static boolean checkStimulus(List<StimulusDimension> dimensions, Faults at) {
        List<String> wrong = dimensions.stream().map(StimulusDimension::name)
                .filter(name -> !name.isEmpty() && !Formula.nameComplaint(name).isEmpty()).toList();
        return at.require(wrong.isEmpty(), wrong.isEmpty()
                ? ""
                : "cannot name the stimulus dimension " + Wording.quoted(wrong.getFirst()) + ": it "
                        + Formula.nameComplaint(wrong.getFirst())
                        + (wrong.size() == 1 ? "" : " (and " + (wrong.size() - 1) + " more like it)"));
    }
}
