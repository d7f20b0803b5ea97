package io.stimloop.gateway.cli;

import org.jspecify.annotations.Nullable;

/** Why a command could not do what was asked, in words for the person who typed it. */
public final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exitCode;

    private CommandFailure(int exitCode, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    /** What was to be checked is not right. */
    public static CommandFailure failed(String message, Throwable cause) {
        return new CommandFailure(ExitCode.FAILED, message, cause);
    }

    /** Something outside the program is not as it must be. */
    public static CommandFailure environment(String message, @Nullable Throwable cause) {
        return new CommandFailure(ExitCode.ENVIRONMENT, message, cause);
    }

    /** An experiment file, or what it needs, is wrong; the message has a line for each fault. */
    public static CommandFailure invalidSpec(String message, @Nullable Throwable cause) {
        return new CommandFailure(ExitCode.INVALID_SPEC, message, cause);
    }

    /** What the program exits with. */
    public int exitCode() {
        return exitCode;
    }
}
