package io.stimloop.gateway.cli;

import io.grpc.ManagedChannel;
import io.stimloop.rig.client.RigChannels;
import io.stimloop.rig.client.RigCredentials;
import java.io.IOException;
import java.util.Optional;

/**
 * Where a server is, and how to get in.
 *
 * @param address     where it is
 * @param credentials by which this program shows who it is; empty: over plain text, as nobody
 * @param rigId       under which its rigs join
 */
record ServerConnection(ServerAddress address, Optional<RigCredentials> credentials, String rigId) {
    private static final String RIG_ID = "neuron-rig";

    /** A connection to a server of this machine that lets everyone in. */
    static ServerConnection plaintext(ServerAddress address) {
        return new ServerConnection(address, Optional.empty(), RIG_ID);
    }

    /**
     * A new channel; to be shut down.
     *
     * @throws CommandFailure if the files of the credentials are wrong
     */
    ManagedChannel open() {
        if (credentials.isEmpty()) {
            return RigChannels.plaintext(address.host(), address.port());
        }
        try {
            return RigChannels.with(credentials.get(), address.host(), address.port());
        } catch (IOException failure) {
            throw CommandFailure.environment("the certificates: " + failure.getMessage(), failure);
        }
    }

    @Override
    public String toString() {
        return address.toString();
    }
}
