package io.stimloop.rig.conformance;

import io.stimloop.v1.Halt;
import io.stimloop.v1.HaltReason;
import io.stimloop.v1.Hello;
import io.stimloop.v1.Present;
import io.stimloop.v1.Receipt;
import io.stimloop.v1.ReceiptStatus;
import io.stimloop.v1.Role;
import io.stimloop.v1.Safe;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * What an adapter is asked, each case on a connection of its own. A case returns what there is to tell, or throws {@link
 * Unmet}.
 */
final class Cases {
    /** What a machine may add to a lease: the kit's and the adapter's own. */
    static final long GRACE_MILLIS = 10;
    private static final long AT_ONCE_MILLIS = 100;
    private static final double PULSE_MS = 10;

    /** A case, and the length of the pulses of its experiment. */
    record Case(double pulseMs, Function<Session, String> run) {
        Case(Function<Session, String> run) {
            this(PULSE_MS, run);
        }
    }

    private Cases() {}

    /** In their order; the last one ends the adapter's part. */
    static Map<String, Case> all() {
        Map<String, Case> cases = new LinkedHashMap<>();
        cases.put("says what it is", new Case(Cases::hello));
        cases.put("is ready, with the hash of the limits", new Case(session -> {
            session.requireReady();
            return "";
        }));
        cases.put("refuses before it is armed", new Case(Cases::unarmed));
        cases.put("delivers and says what", new Case(Cases::delivers));
        cases.put("refuses another epoch",
                armed(session -> session.light(1).setEpoch(session.armedEpoch() - 1)));
        cases.put("refuses a later epoch that is not armed",
                armed(session -> session.light(1).setEpoch(session.armedEpoch() + 1)));
        cases.put("refuses a repeated counter", armed(session -> session.light(1).setCounter(1)));
        cases.put("refuses other limits", armed(session -> session.light(1).setLimitsSha256("0".repeat(64))));
        cases.put("refuses what is past its validity",
                armed(session -> session.light(1)
                        .setValidFor(com.google.protobuf.Duration.newBuilder().setNanos(1))));
        cases.put("refuses more than the limits", armed(session -> session.light(Script.MOST_MW * 1.001)));
        cases.put("refuses less than nothing", armed(session -> session.light(-1)));
        cases.put("refuses what is not a number", armed(session -> session.light(Double.NaN)));
        cases.put("refuses two targets where one may be on",
                armed(session -> session.blank().addStimulus(1).addStimulus(1)));
        cases.put("refuses too many values", armed(session -> session.light(1).addStimulus(0)));
        cases.put("refuses an output longer than the lease",
                new Case(4.0 * Script.LEASE_MILLIS, refuses(session -> session.light(1))));
        cases.put("goes safe when it is disarmed", new Case(Cases::disarmed));
        cases.put("goes safe by itself when the server is silent", new Case(Cases::silence));
        cases.put("is not kept armed by heartbeats that were long under way", new Case(Cases::stale));
        cases.put("is not armed again by the same epoch", new Case(Cases::sameEpoch));
        cases.put("is not armed after a reconnection", new Case(Cases::unarmed));
        cases.put("goes safe at Halt, says so, and leaves", new Case(Cases::halt));
        return cases;
    }

    private static Case armed(Function<Session, Present.Builder> command) {
        return new Case(refuses(command));
    }

    private static Function<Session, String> refuses(Function<Session, Present.Builder> command) {
        return session -> {
            session.arm();
            session.adapter().requireRefused(command.apply(session).build());
            return "";
        };
    }

    private static String hello(Session session) {
        Hello hello = session.adapter().hello();
        if (!hello.getRolesList().contains(Role.STIMULATOR) || hello.getRigId().isEmpty()) {
            throw new Unmet("Hello must have a rig_id and the role STIMULATOR: it says " + hello);
        }
        if (hello.getSimulated()) {
            throw new Unmet("Hello says simulated; an adapter of a device must not");
        }
        return "rig " + hello.getRigId();
    }

    private static String unarmed(Session session) {
        session.requireReady();
        session.adapter().requireRefused(session.light(1).build());
        return "";
    }

    private static String delivers(Session session) {
        session.arm();
        Present command = session.light(1).build();
        session.adapter().present(command);
        Receipt receipt = session.adapter().awaitReceipt(command.getTrial());
        boolean agrees = receipt.getStatus() == ReceiptStatus.DELIVERED
                && receipt.getDeliveredList().equals(command.getStimulusList())
                && receipt.getEpoch() == command.getEpoch() && receipt.getCounter() == command.getCounter();
        if (!agrees) {
            throw new Unmet("a command within the limits must be DELIVERED, with its values, epoch and"
                    + " counter; the receipt is " + receipt);
        }
        return "";
    }

    private static String disarmed(Session session) {
        session.arm();
        long atNanos = System.nanoTime();
        session.disarm();
        String took = requireSafe(session, atNanos, AT_ONCE_MILLIS, "after it was disarmed");
        session.adapter().requireRefused(session.light(1).build());
        return took;
    }

    private static String silence(Session session) {
        session.arm();
        long lastNanos = session.fallSilent();
        return requireSafe(session, lastNanos, Script.LEASE_MILLIS + GRACE_MILLIS, "in the silence");
    }

    private static String stale(Session session) {
        session.arm();
        long lastNanos = System.nanoTime();
        session.answerNoMore();
        return requireSafe(session, lastNanos, Script.LEASE_MILLIS + GRACE_MILLIS,
                "while heartbeats answer none of its own");
    }

    private static String sameEpoch(Session session) {
        session.arm();
        session.disarm();
        session.adapter().awaitSafe("after it was disarmed");
        session.rearm();
        session.adapter().requireRefused(session.light(1).build());
        return "";
    }

    private static String halt(Session session) {
        session.arm();
        long atNanos = System.nanoTime();
        session.adapter().say(message -> message.setHalt(
                Halt.newBuilder().setReason(HaltReason.EMERGENCY_STOP).setDetail("adapter-check")));
        return requireSafe(session, atNanos, AT_ONCE_MILLIS, "after Halt");
    }

    private static String requireSafe(Session session, long sinceNanos, long withinMillis, String when) {
        Conversation.Heard<Safe> heard = session.adapter().awaitSafe(when);
        long tookMicros = TimeUnit.NANOSECONDS.toMicros(heard.atNanos() - sinceNanos);
        if (heard.message().getEpoch() != session.armedEpoch()) {
            throw new Unmet("Safe must name epoch " + session.armedEpoch() + "; it says "
                    + heard.message().getEpoch());
        }
        String took = "safe after " + tookMicros / 1_000.0 + " ms";
        if (tookMicros > TimeUnit.MILLISECONDS.toMicros(withinMillis)) {
            throw new Unmet(took + "; it may take " + withinMillis + " ms");
        }
        return took;
    }
}
