package io.stimloop.control.experiment;

import com.google.protobuf.Duration;
import io.stimloop.control.arming.Clearance;
import io.stimloop.planning.decision.Decision;
import io.stimloop.v1.Acknowledged;
import io.stimloop.v1.DecisionSource;
import io.stimloop.v1.Finished;
import io.stimloop.v1.Maintained;
import io.stimloop.v1.Present;
import io.stimloop.v1.ServerMessage;

/** The wire's words for what the loop says. */
final class Messages {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private Messages() {}

    static ServerMessage present(long trial, double[] stimulus, Duration validFor, Decision decision,
            Clearance clearance) {
        Present.Builder present = Present.newBuilder().setTrial(trial).setValidFor(validFor)
                .setDecision(decision(decision)).setEpoch(clearance.epoch()).setCounter(clearance.counter())
                .setLimitsSha256(clearance.limitsSha256());
        for (double value : stimulus) {
            present.addStimulus(value);
        }
        return ServerMessage.newBuilder().setPresent(present).build();
    }

    static ServerMessage acknowledged(long acceptedThrough, long durableThrough) {
        return ServerMessage.newBuilder().setAcknowledged(Acknowledged.newBuilder()
                .setAcceptedThrough(acceptedThrough).setDurableThrough(durableThrough)).build();
    }

    static ServerMessage finished(long trials, String reason) {
        return ServerMessage.newBuilder()
                .setFinished(Finished.newBuilder().setTrials(trials).setReason(reason))
                .build();
    }

    static Maintained maintained(long trials, String description) {
        return Maintained.newBuilder().setTrials(trials).setDescription(description).build();
    }

    static Duration duration(long nanos) {
        return Duration.newBuilder().setSeconds(nanos / NANOS_PER_SECOND)
                .setNanos((int) (nanos % NANOS_PER_SECOND))
                .build();
    }

    static io.stimloop.v1.Decision decision(Decision decision) {
        return io.stimloop.v1.Decision.newBuilder().setSource(source(decision.source()))
                .setUtility(decision.utility())
                .setEvaluated(decision.evaluated()).setCandidates(decision.candidates())
                .setSlack(duration(decision.slackNanos())).build();
    }

    static DecisionSource source(io.stimloop.planning.decision.DecisionSource source) {
        return switch (source) {
            case SEARCH -> DecisionSource.SEARCH;
            case SPECULATED -> DecisionSource.SPECULATED;
            case POLICY -> DecisionSource.POLICY;
            case FALLBACK -> DecisionSource.FALLBACK;
            case DESIGN -> DecisionSource.DESIGN;
        };
    }
}
