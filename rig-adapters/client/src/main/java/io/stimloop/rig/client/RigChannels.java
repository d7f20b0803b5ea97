package io.stimloop.rig.client;

import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;

/** Channels to a server. */
public final class RigChannels {
    private RigChannels() {}

    /**
     * A channel without encryption, on which messages are handled by the thread that reads them: two thread
     * hops less than with an executor between. Uses epoll where it is available. The caller shuts it down.
     */
    public static ManagedChannel plaintext(String host, int port) {
        return ManagedChannelBuilder.forAddress(host, port).usePlaintext().directExecutor().build();
    }
}
