package io.stimloop.gateway.server;

import java.net.InetAddress;

/**
 * Where the operator's page is shown.
 *
 * @param address to listen on
 * @param port    0 chooses a free one
 * @param orFree  whether any free port will do where this one is taken
 */
public record PagePlace(InetAddress address, int port, boolean orFree) {
    /** Where it is shown when nobody says otherwise. */
    public static final int USUAL_PORT = 8080;
}
