package io.stimloop.control.spec;

import io.stimloop.inference.grid.Refinement;
import io.stimloop.v1.BeliefForm;
import io.stimloop.v1.GridRefinement;
import java.util.Optional;

/** When the grid of a belief is laid anew about its mass. */
final class RefinementSection {
    private static final Bounds STEPS = new Bounds(0.1, 100);
    private static final Bounds REACH = new Bounds(2, 100);

    private RefinementSection() {}

    /**
     * Reads the refinement of a grid.
     *
     * @param at where faults are reported; they name their fields themselves
     * @return empty when the grid stays, or a fault was reported
     */
    static Optional<Refinement> read(BeliefForm form, Faults at) {
        if (!form.getGrid().hasRefine()) {
            return Optional.empty();
        }
        GridRefinement sent = form.getGrid().getRefine();
        double steps = sent.hasBelowSteps() ? sent.getBelowSteps() : Refinement.USUAL.belowSteps();
        double reach = sent.hasReachSd() ? sent.getReachSd() : Refinement.USUAL.reachSd();
        boolean right = at.require(STEPS.contain(steps),
                "belief.grid.refine.belowSteps: " + STEPS.complaint(steps));
        right &= at.require(REACH.contain(reach), "belief.grid.refine.reachSd: " + REACH.complaint(reach));
        return right ? Optional.of(new Refinement(steps, reach)) : Optional.empty();
    }
}
