package io.stimloop.rig.client;

import io.stimloop.v1.Hello;
import io.stimloop.v1.Role;
import java.util.Set;

/**
 * Who a rig is and what it does.
 *
 * @param experimentId of the experiment to take part in
 * @param rigId        names the rig across reconnections: 1 to 64 characters of A-Z a-z 0-9 . _ -
 * @param roles        at least one
 * @param simulated    whether nothing physical is driven, so that no operator has to arm it
 * @param retry        how to reconnect
 */
public record RigSettings(String experimentId, String rigId, Set<Role> roles, boolean simulated,
        RetryPolicy retry) {
    public RigSettings {
        roles = Set.copyOf(roles);
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("roles: is empty, must have RECORDER, STIMULATOR or both");
        }
    }

    /** A rig that both stimulates and records, with the standard retry policy. */
    public static RigSettings bothRoles(String experimentId, String rigId, long seed) {
        return new RigSettings(experimentId, rigId, Set.of(Role.RECORDER, Role.STIMULATOR), false,
                RetryPolicy.standard(seed));
    }

    /** The same, of a rig that drives nothing physical. */
    public RigSettings simulating() {
        return new RigSettings(experimentId, rigId, roles, true, retry);
    }

    boolean records() {
        return roles.contains(Role.RECORDER);
    }

    boolean stimulates() {
        return roles.contains(Role.STIMULATOR);
    }

    Hello hello() {
        return Hello.newBuilder().setExperimentId(experimentId).setRigId(rigId)
                .setSimulated(simulated)
                .addAllRoles(roles.stream().sorted().toList()).build();
    }
}
