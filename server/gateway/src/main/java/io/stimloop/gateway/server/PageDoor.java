package io.stimloop.gateway.server;

import io.grpc.BindableService;
import io.stimloop.gateway.page.Page;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows the operator's page, and lets what it asks for in by the same doors as everything else. */
final class PageDoor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PageDoor.class);

    private final Page page;
    private final OwnCalls calls;
    private final boolean secure;

    /** @throws IOException if it cannot be shown there; the message says what would be right */
    PageDoor(Page page, PagePlace place, BindableService experiments, Doors doors) throws IOException {
        this.page = page;
        Page.Place wanted = doors.page(place.address(), place.port());
        secure = wanted.tls().isPresent();
        calls = new OwnCalls("page-" + UUID.randomUUID(), experiments, doors);
        try {
            open(place, wanted, doors);
        } catch (IOException failure) {
            calls.close();
            throw failure;
        }
    }

    private void open(PagePlace place, Page.Place wanted, Doors doors) throws IOException {
        try {
            page.open(wanted, doors.access(), calls.channel());
        } catch (IOException failure) {
            if (!place.orFree() || !(failure.getCause() instanceof BindException)) {
                throw new IOException("--page-port " + place.port() + ": cannot listen there ("
                        + failure.getMessage() + "); choose a free port, or 0 for any", failure);
            }
            page.open(new Page.Place(new InetSocketAddress(place.address(), 0), wanted.tls()), doors.access(),
                    calls.channel());
            LOG.warn("port {} is taken; the page is at {} instead", place.port(), address());
        }
    }

    /** As a browser has it. */
    String address() {
        InetSocketAddress at = page.address().orElseThrow();
        String host = at.getAddress().getHostAddress();
        return (secure ? "https://" : "http://") + (host.contains(":") ? "[" + host + "]" : host) + ":"
                + at.getPort() + "/";
    }

    @Override
    public void close() {
        calls.close();
    }
}
