package io.stimloop.control.experiment;

import com.google.protobuf.Timestamp;
import io.stimloop.control.arming.Arming;
import io.stimloop.control.arming.ArmingReading;
import io.stimloop.control.spec.Violation;
import io.stimloop.v1.ArmExperimentRequest;
import io.stimloop.v1.ArmingState;
import io.stimloop.v1.DisarmExperimentRequest;
import io.stimloop.v1.Role;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.LongSupplier;

/** Where operators arm and disarm an experiment. Thread safe. */
final class ArmingDesk {
    private static final int MOST_CHARACTERS = 1_024;

    private final String id;
    private final Lifecycle lifecycle;
    private final RigRoster roster;
    private final Arming arming;
    private final InstantSource wallClock;
    private final LongSupplier nanoClock;

    ArmingDesk(String id, Lifecycle lifecycle, RigRoster roster, Arming arming, InstantSource wallClock,
            LongSupplier nanoClock) {
        this.id = id;
        this.lifecycle = lifecycle;
        this.roster = roster;
        this.arming = arming;
        this.wallClock = wallClock;
        this.nanoClock = nanoClock;
    }

    /**
     * Arms.
     *
     * @throws Refused if the operator has seen something else than there is, or anything is missing
     */
    void arm(ArmExperimentRequest request) {
        if (!arming.required()) {
            throw Refused.of(Refused.Kind.STATE, "experiment " + id + " needs no arming");
        }
        requireSeen(request);
        List<String> missing = missing();
        if (arming.reading().armed()) {
            missing.add("it is armed already");
        }
        if (!missing.isEmpty()) {
            throw Refused.of(Refused.Kind.STATE, "experiment " + id + " cannot be armed: "
                    + String.join("; ", missing));
        }
        arming.arm(request.getOperator(), wallClock.instant(), nanoClock.getAsLong());
        // What was told between the question and the arming had nothing to disarm yet.
        List<String> since = missing();
        if (!since.isEmpty()) {
            var _ = arming.disarm(since.getFirst());
            throw Refused.of(Refused.Kind.STATE, "experiment " + id + " cannot be armed: "
                    + String.join("; ", since));
        }
    }

    private void requireSeen(ArmExperimentRequest request) {
        List<Violation> faults = new ArrayList<>();
        if (!request.getLimitsSha256().equals(limitsSha256())) {
            faults.add(new Violation("limits_sha256", "\"" + request.getLimitsSha256()
                    + "\" are not the limits in force, which are " + limitsSha256()));
        }
        List<String> there = rigIds();
        if (!List.copyOf(new TreeSet<>(request.getRigIdsList())).equals(there)) {
            faults.add(new Violation("rig_ids", request.getRigIdsList()
                    + " are not the rigs that are connected, which are " + there));
        }
        requireShort(request.getOperator(), "operator", faults);
        refuse(faults);
    }

    /**
     * Disarms; an operator who does so has looked at the fault, if there is one.
     *
     * @throws Refused if the request says too much
     */
    void disarm(DisarmExperimentRequest request) {
        List<Violation> faults = new ArrayList<>();
        requireShort(request.getOperator(), "operator", faults);
        requireShort(request.getReason(), "reason", faults);
        refuse(faults);
        arming.clear(
                "disarmed by " + (request.getOperator().isEmpty() ? "an operator" : request.getOperator())
                        + (request.getReason().isEmpty() ? "" : ": " + request.getReason()));
    }

    private static void requireShort(String text, String field, List<Violation> faults) {
        if (text.length() > MOST_CHARACTERS) {
            faults.add(new Violation(field, text.length() + " characters are more than " + MOST_CHARACTERS));
        }
    }

    private static void refuse(List<Violation> faults) {
        if (!faults.isEmpty()) {
            throw Refused.of(Refused.Kind.INVALID, faults);
        }
    }

    private List<String> missing() {
        List<String> missing = new ArrayList<>(arming.missing(roster.held(Role.RECORDER)));
        if (lifecycle.over()) {
            missing.add("the experiment is " + lifecycle.state());
        }
        return missing;
    }

    private List<String> rigIds() {
        return roster.rigs().stream().map(RigRoster.Rig::rigId).sorted().toList();
    }

    /** Whether someone has to arm now. */
    boolean required() {
        return arming.required();
    }

    /** Of the limits in force. */
    String limitsSha256() {
        return arming.reading().settings().limitsSha256();
    }

    /** What displays show. */
    io.stimloop.v1.Arming describe() {
        ArmingReading now = arming.reading();
        io.stimloop.v1.Arming.Builder shown = io.stimloop.v1.Arming.newBuilder().setRequired(now.required())
                .setEpoch(now.epoch()).setLimitsSha256(now.settings().limitsSha256())
                .addAllRigIds(rigIds());
        if (!now.settings().hazardous()) {
            return shown.build();
        }
        List<String> missing = now.armed() ? List.of() : missing();
        shown.setState(state(now, missing)).addAllMissing(missing).setArmedBy(now.armedBy())
                .setReason(now.reason());
        Instant at = now.armedAt();
        if (at != null) {
            shown.setArmedAt(
                    Timestamp.newBuilder().setSeconds(at.getEpochSecond()).setNanos(at.getNano()));
        }
        return shown.build();
    }

    private static ArmingState state(ArmingReading now, List<String> missing) {
        if (!now.fault().isEmpty()) {
            return ArmingState.FAULTED;
        }
        if (now.armed()) {
            return ArmingState.ARMED;
        }
        return missing.isEmpty() ? ArmingState.READY : ArmingState.SAFE;
    }
}
