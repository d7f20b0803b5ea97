package io.stimloop.control.spec;

import io.stimloop.inference.belief.BeliefSource;
import io.stimloop.inference.belief.Question;
import io.stimloop.inference.objective.Aim;

/**
 * Memory that an experiment needs.
 *
 * @param bytes   of the belief, its tables, the accounts of the safety envelope and what is planned ahead
 * @param planner as sent; without planning ahead where this was not asked for and there is no memory for it
 */
record MemoryNeeds(long bytes, PlannerSettings planner) {
    private static final double MEGABYTE = 1e6;
    /** No array of an experiment that needs less has more elements than an array can have. */
    private static final long LARGEST_BUDGET_BYTES = 1L << 34;

    /** Works it out and reports where it is more than there is. */
    static MemoryNeeds of(ModelDraft model, Aim aim, StimulusPlan stimulus, PlannerSettings planner,
            SafetySettings safety, long memoryBudgetBytes, Faults at) {
        Question question = aim.objective().question();
        int candidates = stimulus.candidates().length;
        if (model.source().isEmpty() || candidates == 0 || !model.source().get().answers(question)) {
            return new MemoryNeeds(0, planner);
        }
        BeliefSource source = model.source().get();
        long budgetBytes = Math.min(memoryBudgetBytes, LARGEST_BUDGET_BYTES);
        long bytes = source.bytesNeeded(candidates, question)
                + EnvelopeCheck.parts(stimulus, safety, safety.limits()).bytesNeeded()
                + LookaheadSection.bytes(planner.method(), source, candidates, question)
                + AllPatternsSection.bytes(planner.method(), stimulus, source, question)
                + ContinuousSection.bytes(planner.method(), source, question);
        if (!require(bytes, candidates, budgetBytes, at.field("model"), "use fewer values")) {
            return new MemoryNeeds(bytes, planner);
        }
        long aheadBytes = SpeculationSection.bytesNeeded(planner.speculation(), source, candidates, question);
        boolean fits = aheadBytes <= budgetBytes - bytes;
        if (!fits && !planner.speculation().asked()) {
            return new MemoryNeeds(bytes, planner.unforeseeing());
        }
        if (!fits) {
            require(bytes + aheadBytes, candidates, budgetBytes, at.field("planner").field("speculation"),
                    "leave it out, or use fewer values or responses");
        }
        return new MemoryNeeds(bytes + aheadBytes, planner);
    }

    private static boolean require(long bytes, int candidates, long budgetBytes, Faults at, String remedy) {
        return at.require(bytes <= budgetBytes,
                "needs " + Wording.number(StrictMath.ceil(bytes / MEGABYTE)) + " MB with "
                        + Wording.number(candidates) + " candidate stimuli, the limit is "
                        + Wording.number(StrictMath.floor(budgetBytes / MEGABYTE)) + " MB: " + remedy);
    }
}
