package io.stimloop.control.experiment;

import io.stimloop.control.arming.Arming;
import io.stimloop.v1.HaltReason;
import io.stimloop.v1.Role;
import io.stimloop.v1.ServerMessage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The rigs of one experiment and the roles they hold; each role is held by at most one. A rig whose port is
 * closed, by whichever side, is away and holds nothing, whether or not anyone said so. Rigs are admitted by the experiment's writer only; the rest may be called from any thread, so that a halt waits for
 * nobody.
 */
final class RigRoster {
    /**
     * A connected rig.
     *
     * @param rigId     names it across reconnections
     * @param roles     not empty
     * @param simulated whether it says that it drives nothing physical
     * @param port      the way to it
     */
    record Rig(String rigId, Set<Role> roles, boolean simulated, RigPort port) {
        boolean stimulates() {
            return roles.contains(Role.STIMULATOR);
        }
    }

    private final List<Rig> rigs = new CopyOnWriteArrayList<>();
    private final Arming arming;

    /** Without rigs; the arming is told who comes and goes. */
    RigRoster(Arming arming) {
        this.arming = arming;
    }

    /** Grows with every connection. */
    long epoch() {
        return arming.latestEpoch();
    }

    /**
     * Admits a rig; an older stream of the same rig is closed.
     *
     * @param now by the wall clock
     * @throws Refused if another rig holds one of the roles
     */
    void admit(Rig rig, Instant now) {
        rigs.stream().filter(other -> !other.port().open()).forEach(other -> remove(other.port()));
        for (Rig other : rigs) {
            if (!other.rigId().equals(rig.rigId())) {
                requireDisjoint(other, rig);
            }
        }
        for (Rig older : rigs.stream().filter(other -> other.rigId().equals(rig.rigId())).toList()) {
            rigs.remove(older);
            older.port().halt(HaltReason.SUPERSEDED, "rig " + rig.rigId() + " connected again");
        }
        rigs.add(rig);
        arming.came(rig.rigId(), rig.stimulates(), rig.simulated(), now);
    }

    private static void requireDisjoint(Rig holder, Rig rig) {
        for (Role role : rig.roles()) {
            if (holder.roles().contains(role)) {
                throw Refused.of(Refused.Kind.TAKEN, "hello.roles",
                        role + " is held by rig " + holder.rigId() + "; an experiment has one of each role");
            }
        }
    }

    /** Forgets the rig behind a port; nothing happens if it is not there any more. */
    void remove(RigPort port) {
        find(port).filter(rigs::remove).ifPresent(rig -> arming.left(rig.rigId(), rig.stimulates()));
    }

    /** The rig behind a port, if it takes part. Thread safe. */
    Optional<Rig> find(RigPort port) {
        return rigs.stream().filter(rig -> rig.port().equals(port)).findAny();
    }

    /** Whether the rig behind a port takes part and holds a role. */
    boolean holds(RigPort port, Role role) {
        for (Rig rig : rigs) {
            if (rig.port().equals(port)) {
                return rig.roles().contains(role);
            }
        }
        return false;
    }

    /** Whether someone records and someone stimulates; a closed port is nobody. */
    boolean complete() {
        return held(Role.RECORDER) && held(Role.STIMULATOR);
    }

    /** Whether someone holds a role. Thread safe. */
    boolean held(Role role) {
        for (Rig rig : rigs) {
            if (rig.roles().contains(role) && rig.port().open()) {
                return true;
            }
        }
        return false;
    }

    /** Sends to every rig. */
    void broadcast(ServerMessage message) {
        for (Rig rig : rigs) {
            rig.port().send(message);
        }
    }

    /** Does something with every port. Thread safe. */
    void forEachPort(Consumer<RigPort> action) {
        rigs.forEach(rig -> action.accept(rig.port()));
    }

    /** The rigs now. Thread safe. */
    List<Rig> rigs() {
        return rigs.stream().filter(rig -> rig.port().open()).toList();
    }
}
