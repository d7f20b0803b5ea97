package io.stimloop.control.experiment;

import com.google.protobuf.Timestamp;
import io.stimloop.planning.decision.Decision;
import io.stimloop.v1.Experiment;
import io.stimloop.v1.ExperimentSnapshot;
import io.stimloop.v1.LatestTrial;
import io.stimloop.v1.RigStatus;
import io.stimloop.v1.Role;
import io.stimloop.v1.ServerMessage;
import io.stimloop.v1.Welcome;
import java.time.Instant;
import java.util.Optional;

/** What an experiment says about itself, in the wire's words. Called by the experiment's writer. */
final class Portrait {
    private final Identity identity;
    private final Lifecycle lifecycle;
    private final RigRoster roster;
    private final TrialLoop loop;
    private final NeuronChanges neurons;
    private final ArmingDesk arming;

    Portrait(Identity identity, Lifecycle lifecycle, RigRoster roster, TrialLoop loop,
            NeuronChanges neurons, ArmingDesk arming) {
        this.identity = identity;
        this.lifecycle = lifecycle;
        this.roster = roster;
        this.loop = loop;
        this.neurons = neurons;
        this.arming = arming;
    }

    Experiment describe() {
        Instant created = identity.createdAt();
        return Experiment.newBuilder().setExperimentId(identity.id()).setSpec(identity.spec().original())
                .setState(lifecycle.state()).setTrials(loop.course().counted()).setReason(lifecycle.reason())
                .setCreatedAt(Timestamp.newBuilder().setSeconds(created.getEpochSecond())
                        .setNanos(created.getNano()))
                .setMemoryBytes(neurons.spec().memoryBytes()).addAllNeuronChanges(neurons.all())
                .setLimits(identity.spec().safety().inForce()).setArming(arming.describe())
                .setDeadlineFloor(Messages.duration(identity.deadlineFloorNanos())).build();
    }

    ServerMessage welcome(RigPort to) {
        boolean armed = arming.required() && roster.holds(to, Role.STIMULATOR);
        long leaseNanos = identity.spec().safety().leaseNanos(armed,
                identity.spec().original().getSafety().hasLease());
        return ServerMessage.newBuilder()
                .setWelcome(Welcome.newBuilder().setExperiment(describe())
                        .setLease(Messages.duration(leaseNanos))
                        .setNextTrial(loop.course().ledger().current())
                        .setDurableThrough(loop.acknowledgements().durableThrough()).setEpoch(roster.epoch())
                        .setLimitsSha256(arming.limitsSha256())
                        .setArmingRequired(armed))
                .build();
    }

    /** What a rig must send counts for, where it is not what the spec says. */
    Optional<ServerMessage> neurons() {
        return neurons.effective() == 0 ? Optional.empty() : Optional.of(neurons.message());
    }

    /** Everything a display shows, but the belief. */
    ExperimentSnapshot snapshot() {
        ExperimentSnapshot.Builder snapshot = ExperimentSnapshot.newBuilder().setExperiment(describe())
                .setDecisionTimes(loop.statistics().message());
        for (RigRoster.Rig rig : roster.rigs()) {
            snapshot.addRigs(RigStatus.newBuilder().setRigId(rig.rigId())
                    .setRecorder(rig.roles().contains(Role.RECORDER))
                    .setStimulator(rig.roles().contains(Role.STIMULATOR)));
        }
        loop.statistics().tally().describe(snapshot);
        snapshot.addAllPlannerWarnings(loop.planner().warnings())
                .addAllPlannerWarnings(loop.statistics().tally().warnings());
        Decision decision = loop.course().latest().decision();
        if (decision != null) {
            snapshot.setLatest(latest(decision));
        }
        return snapshot.build();
    }

    /** What is told of the latest decision beside; empty before the first. */
    Optional<DecisionReading> decision() {
        Decision decision = loop.course().latest().decision();
        if (decision == null) {
            return Optional.empty();
        }
        String reason = DecisionWords.reason(decision, loop.planner().reason(),
                identity.spec().planner().fallback());
        boolean refused = loop.course().latest().blank() && decision.stimulus().length > 0;
        return Optional.of(new DecisionReading(decision,
                refused ? reason + "; outside the safety envelope, so a blank was presented" : reason,
                loop.planner().utilities(), neurons.spec().candidates()));
    }

    private LatestTrial latest(Decision decision) {
        LatestTrial.Builder latest = LatestTrial.newBuilder().setTrial(loop.course().latestTrial())
                .setDecision(Messages.decision(decision));
        for (double value : loop.course().latest().stimulus()) {
            latest.addStimulus(value);
        }
        return latest.build();
    }
}
