package io.stimloop.control.spec;

import io.stimloop.inference.belief.BeliefSource;
import io.stimloop.inference.belief.Question;
import io.stimloop.planning.speculation.SpeculatingPlanner;
import io.stimloop.v1.Planner;
import io.stimloop.v1.Speculation;

/** What is planned ahead while a stimulus is on, and the memory for it. */
final class SpeculationSection {
    private static final int USUAL_RESPONSES = 128;
    private static final int MOST_RESPONSES = 1024;
    /** Beliefs that are forked at one time: what is believed before the response, and after it on two threads. */
    private static final int FORKS = 3;

    private SpeculationSection() {}

    /** Reads it; where the spec says nothing a search plans ahead if its responses can be foreseen. */
    static SpeculationSettings read(Planner planner, PlanningMethod method, PlannerContext context,
            Faults at) {
        ModelDraft model = context.model();
        Speculation sent = planner.getSpeculation();
        long responses = sent.getResponses() == 0
                ? USUAL_RESPONSES
                : Integer.toUnsignedLong(sent.getResponses());
        at.field("responses").require(responses <= MOST_RESPONSES,
                Wording.number(responses) + " are too many: at most " + Wording.number(MOST_RESPONSES));
        at.field("responses").require(!sent.getOff() || sent.getResponses() == 0,
                "is given and off is true: leave out one of them");
        boolean possible = method instanceof PlanningMethod.Search search && search.foreseeable()
                && !context.stimulus().pattern().map(PatternPlan::rests).orElse(false)
                && model.source().map(source -> SpeculatingPlanner.foresees(source.responses()))
                        .orElse(false);
        boolean asked = planner.hasSpeculation() && !sent.getOff();
        at.require(!asked || possible || model.source().isEmpty(),
                "is for a search of the candidates after a single count or choice, which can be foreseen, where no"
                        + " target must rest: leave it out");
        return possible && !sent.getOff()
                ? new SpeculationSettings((int) Math.min(responses, MOST_RESPONSES), asked)
                : SpeculationSettings.OFF;
    }

    /** Bytes that planning ahead takes. */
    static long bytesNeeded(SpeculationSettings settings, BeliefSource source, int candidates,
            Question question) {
        return settings.responses() == 0
                ? 0
                : FORKS * source.bytesOfAnother(candidates, question)
                        + (long) settings.responses() * candidates * Double.BYTES;
    }
}
