package io.stimloop.gateway.server;

import io.grpc.BindableService;
import io.grpc.Channel;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import java.io.IOException;

/** Calls from within the program, without a network, which pass the same doors as all others. */
final class OwnCalls implements AutoCloseable {
    private final Server server;
    private final ManagedChannel channel;

    /**
     * @param name for the audit trail, as where these calls come from
     * @throws IOException if the name is taken in this program
     */
    OwnCalls(String name, BindableService service, Doors doors) throws IOException {
        server = InProcessServerBuilder.forName(name).directExecutor().intercept(doors.interceptor())
                .addService(service).build().start();
        channel = InProcessChannelBuilder.forName(name).directExecutor().build();
    }

    Channel channel() {
        return channel;
    }

    @Override
    public void close() {
        channel.shutdownNow();
        server.shutdownNow();
    }
}
