package io.stimloop.rig.client;

/** The server could not be reached, or was lost, as often as the {@link RetryPolicy} allows. */
public final class ServerUnreachableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    ServerUnreachableException(int attempts, Throwable last) {
        super("the server could not be reached in " + attempts + " attempts; the last one said: "
                + last.getMessage(), last);
    }
}
