package io.stimloop.gateway.security;

import java.util.List;

/** One who came by the page, asked for anew every second as every {@link Caller} is. Thread safe. */
public final class Visitor {
    private static final String EXPERIMENTS = "stimloop.v1.ExperimentService/";

    private final Caller caller;

    Visitor(Caller caller) {
        this.caller = caller;
    }

    /** Whether it may look at experiments, as by WatchExperiment. */
    public boolean mayLook() {
        return MethodRules.of(EXPERIMENTS + "WatchExperiment").permits(caller.principal().roles());
    }

    /** A name of the access file, or "local" where there is none. */
    public String identity() {
        return caller.principal().identity();
    }

    /** What it may do, the most first; empty: nothing. */
    public List<AccessRole> roles() {
        return List.of(AccessRole.OPERATOR, AccessRole.ADMIN, AccessRole.RIG, AccessRole.VIEWER).stream()
                .filter(caller.principal().roles()::contains).toList();
    }
}
