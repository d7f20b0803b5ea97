package io.stimloop.gateway.security;

import io.stimloop.v1.RigMessage;
import org.jspecify.annotations.Nullable;

/** A rig joins under its own name: what its certificate or token says it is. */
final class JoiningRig {
    private JoiningRig() {}

    /** Whether a message may come from this one; only a Hello says who it comes from. */
    static boolean mayBe(Principal principal, @Nullable Object message) {
        return !(message instanceof RigMessage said) || !said.hasHello()
                || principal.equals(Principal.LOCAL) || principal.equals(Principal.OWN)
                || said.getHello().getRigId().equals(principal.identity());
    }
}
