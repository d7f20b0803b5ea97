package io.stimloop.export.session;

import io.stimloop.control.spec.ResolvedSpec;
import io.stimloop.inference.belief.Responses;
import io.stimloop.v1.JournalRecord;
import io.stimloop.v1.NeuronChange;
import io.stimloop.v1.Objective;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What an experiment was, as a whole.
 *
 * @param opened        how it began
 * @param spec          what its spec means
 * @param neurons       names of all there ever were, in the order of a response
 * @param dropped       of these, those that were out in the end
 * @param records       in its journal that are whole
 * @param trials        whose command is among them
 * @param missing       what is missing after them, for people; empty where nothing is
 * @param ending        how it ended: "finished: ..." or "halted: ..."; empty where it has not
 * @param happenings    what operators did, restarts, changes of neurons and of the belief, in their order
 * @param refusals      how often the safety envelope refused for which reason
 * @param deliveries    how often the stimulator said what of a command
 * @param neuronChanges in their order
 */
public record Session(JournalRecord.Opened opened, ResolvedSpec spec, List<String> neurons,
        List<String> dropped, long records, long trials, String missing, String ending,
        List<Happening> happenings, Map<String, Long> refusals, Map<String, Long> deliveries,
        List<NeuronChange> neuronChanges) {
    /**
     * Something beside the trials.
     *
     * @param seconds since the experiment was created
     * @param words   for people
     */
    public record Happening(double seconds, String words) {}

    /** When it was created. */
    public Instant start() {
        return SessionClock.instant(opened.getCreatedAt());
    }

    /** From the arrival of an outcome to the next command, in seconds. */
    public double deadlineSeconds() {
        return spec.planner().deadlineNanos() / 1e9;
    }

    /** What a trial gives, of all neurons there ever were. */
    public Responses responses() {
        Responses first = spec.source().responses();
        return new Responses(first.kind(), first.kind() == Responses.Kind.CHOICE ? 1 : neurons.size(),
                first.alternatives());
    }

    /** Whether utilities are expected information, in nats. */
    public boolean informs() {
        Objective.KindCase kind = spec.original().getObjective().getKindCase();
        return kind == Objective.KindCase.INFOMAX || kind == Objective.KindCase.KIND_NOT_SET;
    }
}
