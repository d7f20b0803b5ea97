package io.stimloop.control.experiment;

import io.stimloop.control.arming.Arming;
import io.stimloop.v1.HaltReason;
import io.stimloop.v1.Safe;
import io.stimloop.v1.StoppedRig;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Halts the rigs of one experiment, and waits to hear from those that can do harm that they are safe, for a bounded time.
 * Thread safe; nothing here blocks.
 */
final class SafeWait {
    private static final long LONGEST_MILLIS = 500;
    private static final String SILENT = "has not said that it is safe within " + LONGEST_MILLIS + " ms";

    private final String id;
    private final RigRoster roster;
    private final Arming arming;
    private final LongSupplier nanoClock;
    private final Map<RigPort, CompletableFuture<Optional<Safe>>> awaited = new ConcurrentHashMap<>();
    private volatile CompletableFuture<List<StoppedRig>> answer = CompletableFuture
            .completedFuture(List.of());

    SafeWait(String id, RigRoster roster, Arming arming, LongSupplier nanoClock) {
        this.id = id;
        this.roster = roster;
        this.arming = arming;
        this.nanoClock = nanoClock;
    }

    /** Tells every rig to go safe, the stimulators first. */
    void halt(HaltReason reason, String detail) {
        boolean harmful = arming.required();
        CompletableFuture<List<StoppedRig>> heard = new CompletableFuture<>();
        // Who presses at the same time waits for the same answer.
        answer = heard;
        var _ = arming.disarm(detail);
        List<CompletableFuture<StoppedRig>> waits = new ArrayList<>();
        List<RigRoster.Rig> others = new ArrayList<>();
        for (RigRoster.Rig rig : roster.rigs()) {
            if (harmful && rig.stimulates()) {
                waits.add(halt(rig, reason, detail));
            } else {
                others.add(rig);
            }
        }
        others.forEach(rig -> rig.port().halt(reason, detail));
        var _ = CompletableFuture.allOf(waits.toArray(CompletableFuture[]::new)).thenAccept(
                all -> heard.complete(waits.stream().map(CompletableFuture::join).toList()));
    }

    private CompletableFuture<StoppedRig> halt(RigRoster.Rig rig, HaltReason reason, String detail) {
        CompletableFuture<Optional<Safe>> heard = new CompletableFuture<>();
        awaited.put(rig.port(), heard);
        long haltedNanos = nanoClock.getAsLong();
        rig.port().haltAndHear(reason, detail);
        return heard.completeOnTimeout(Optional.empty(), LONGEST_MILLIS, TimeUnit.MILLISECONDS)
                .thenApply(said -> {
                    awaited.remove(rig.port());
                    rig.port().end();
                    return StoppedRig.newBuilder().setExperimentId(id).setRigId(rig.rigId())
                            .setSafe(said.isPresent())
                            .setDetail(said.map(Safe::getDetail).orElse(SILENT))
                            .setTook(Messages.duration(nanoClock.getAsLong() - haltedNanos)).build();
                });
    }

    /** A rig says that it is safe. */
    void heard(RigPort port, Safe safe) {
        CompletableFuture<Optional<Safe>> waiting = awaited.get(port);
        if (waiting != null) {
            waiting.complete(Optional.of(safe));
        }
    }

    /** What was heard after the last halt, at the latest when the time is up. */
    CompletableFuture<List<StoppedRig>> whenSafe() {
        return answer;
    }
}
