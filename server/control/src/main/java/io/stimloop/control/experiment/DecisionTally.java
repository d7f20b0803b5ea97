package io.stimloop.control.experiment;

import io.stimloop.control.spec.Wording;
import io.stimloop.planning.decision.Decision;
import io.stimloop.planning.decision.DecisionSource;
import io.stimloop.v1.ExperimentSnapshot;
import io.stimloop.v1.SourceCount;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Where decisions came from, and what their planner could not score. Not thread safe. */
final class DecisionTally {
    private final Map<DecisionSource, Long> bySource = new EnumMap<>(DecisionSource.class);
    private long skipped;
    private long unscorable;

    void record(Decision decision) {
        bySource.merge(decision.source(), 1L, Long::sum);
        skipped += decision.progress().skipped();
        if (decision.source() == DecisionSource.FALLBACK && decision.progress().skipped() > 0) {
            unscorable++;
        }
    }

    /** Into the wire's words. */
    void describe(ExperimentSnapshot.Builder snapshot) {
        bySource.forEach((source, decisions) -> snapshot.addSources(
                SourceCount.newBuilder().setSource(Messages.source(source)).setDecisions(decisions)));
        snapshot.setSkippedCandidates(skipped);
    }

    /** What an operator should know, each with what it is about and a colon in front. */
    List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (skipped > 0) {
            warnings.add("objective: gave no number, or failed, for " + Wording.number(skipped)
                    + " candidates so far, which were passed over");
        }
        if (unscorable > 0) {
            warnings.add("planner: presented the fallback " + Wording.number(unscorable)
                    + " times because none of the candidates tried could be scored");
        }
        return warnings;
    }
}
