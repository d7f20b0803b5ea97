package io.stimloop.gateway.cli;

import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A call to a running server by the person at the keyboard: a mixin of the commands that make one. */
final class OperatorCall {
    private static final int PATIENCE_SECONDS = 10;

    @Option(names = "--operator", defaultValue = "${user.name}", paramLabel = "NAME", description = "Who does it, for the record (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private String operator;

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    /** Who does it. */
    String operator() {
        return operator;
    }

    /**
     * Calls.
     *
     * @throws CommandFailure if the server refuses or cannot be reached, in its words
     */
    <T> T to(ServerAddress server, Function<ManagedChannel, T> call) {
        ManagedChannel channel = connection.to(server).open();
        try {
            return call.apply(channel);
        } catch (StatusRuntimeException refused) {
            throw CommandFailure.environment("the server at " + server + ": " + refused.getStatus().getCode()
                    + ": " + refused.getStatus().getDescription(), refused);
        } finally {
            channel.shutdownNow();
        }
    }

    /** The longest that a call may take. */
    static <S extends io.grpc.stub.AbstractStub<S>> S patient(S stub) {
        return stub.withDeadlineAfter(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
