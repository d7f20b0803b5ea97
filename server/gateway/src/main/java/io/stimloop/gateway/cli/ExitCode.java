package io.stimloop.gateway.cli;

/** What the program's exit codes mean. */
public final class ExitCode {
    /** All done. */
    public static final int DONE = 0;
    /** What was to be checked is not right. */
    public static final int FAILED = 1;
    /** The command line is wrong. */
    public static final int USAGE = 2;
    /** An experiment file, or what it needs, is wrong. */
    public static final int INVALID_SPEC = 3;
    /** A port, a file or a server is not as it must be. */
    public static final int ENVIRONMENT = 4;
    /** A fault of the program. */
    public static final int INTERNAL = 70;

    private ExitCode() {}
}
