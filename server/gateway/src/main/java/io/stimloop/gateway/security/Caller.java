package io.stimloop.gateway.security;

import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * The one who made a call, asked for anew every second while the call lasts, so that what is taken away or runs
 * out ends what is under way. Thread safe.
 */
final class Caller {
    private static final long ASK_AGAIN_MILLIS = 1_000;

    private final Supplier<Principal> identification;
    private final InstantSource clock;
    private volatile Principal principal;
    private volatile long askedMillis;

    Caller(Supplier<Principal> identification, InstantSource clock) {
        this.identification = identification;
        this.clock = clock;
        askedMillis = clock.millis();
        principal = identification.get();
    }

    /** Who it is, as known at most a second ago. */
    Principal principal() {
        long now = clock.millis();
        // The wall clock may be set back.
        if (Math.abs(now - askedMillis) >= ASK_AGAIN_MILLIS) {
            askedMillis = now;
            principal = identification.get();
        }
        return principal;
    }
}
