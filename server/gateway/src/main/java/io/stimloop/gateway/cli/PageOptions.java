package io.stimloop.gateway.cli;

import io.stimloop.gateway.server.PagePlace;
import io.stimloop.gateway.server.ServerOptions;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the operator's page is shown. */
final class PageOptions {
    @Option(names = "--page-port", paramLabel = "PORT", description = "Port of the operator's page; 0 chooses a free one (default: "
            + PagePlace.USUAL_PORT + ", or a free one where that is taken).")
    private @Nullable Integer port;

    @Option(names = "--page-bind", paramLabel = "ADDRESS", description = "Address of the operator's page (default: the loopback address). Any other needs --tls and an access"
            + " file.")
    private @Nullable InetAddress address;

    @Option(names = "--no-page", description = "Show no page.")
    private boolean none;

    /** With the page that was asked for. */
    ServerOptions in(ServerOptions options) {
        if (none) {
            return options;
        }
        return options
                .showingPageAt(new PagePlace(address == null ? InetAddress.getLoopbackAddress() : address,
                        port == null ? PagePlace.USUAL_PORT : port, port == null));
    }
}
