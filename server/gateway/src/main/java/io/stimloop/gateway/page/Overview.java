package io.stimloop.gateway.page;

import com.google.protobuf.util.Durations;
import io.stimloop.control.experiment.RigContact;
import io.stimloop.v1.ArmingState;
import io.stimloop.v1.ExperimentSnapshot;
import java.time.Instant;
import java.util.List;

/**
 * All experiments at a glance.
 *
 * @param server      which server it is
 * @param experiments in the order of their creation
 */
record Overview(Server server, List<State.Row> experiments) {
    private static final double NANOS_PER_MS = 1e6;
    private static final double NANOS_PER_S = 1e9;

    /** The server itself; stopped: its emergency stop is latched. */
    record Server(String version, String startedAt, String now, boolean stopped) {}

    /** One experiment. */
    static State.Row row(Exhibit exhibit, Instant now) {
        ExperimentSnapshot snapshot = exhibit.shown();
        ArmingState arming = snapshot.getExperiment().getArming().getState();
        return new State.Row(exhibit.experiment().id(), exhibit.experiment().spec().name(),
                snapshot.getExperiment().getState().name(),
                arming == ArmingState.ARMING_STATE_UNSPECIFIED ? null : arming.name(),
                snapshot.getExperiment().getTrials(),
                FixedMaker.maxTrials(exhibit.experiment().spec().original()),
                exhibit.chronicle().ratePerSecond(now.toEpochMilli()),
                exhibit.experiment().spec().planner().deadlineNanos() / NANOS_PER_MS,
                snapshot.getDecisionTimes().getDecisions() > 0
                        ? Durations.toNanos(snapshot.getDecisionTimes().getP99()) / NANOS_PER_MS
                        : Double.NaN,
                exhibit.chronicle().tempo().missedOf100(), snapshot.getBelief().getEntropyNats(),
                snapshot.getRigsCount(), quietSeconds(exhibit), StateMaker.warnings(snapshot));
    }

    /** Since anything came from the rig that is silent for longest. */
    private static double quietSeconds(Exhibit exhibit) {
        return exhibit.experiment().contacts().stream().mapToLong(RigContact::quietNanos).max().stream()
                .mapToDouble(nanos -> nanos / NANOS_PER_S).findAny().orElse(Double.NaN);
    }
}
