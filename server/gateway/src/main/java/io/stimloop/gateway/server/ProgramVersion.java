package io.stimloop.gateway.server;

import java.util.Objects;

/** The version in the jar's manifest. */
public final class ProgramVersion {
    /** "development" where the program runs from classes. */
    public static final String VERSION = Objects
            .requireNonNullElse(ProgramVersion.class.getPackage().getImplementationVersion(), "development");

    private ProgramVersion() {}
}
