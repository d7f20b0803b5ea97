package io.stimloop.gateway.http;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which names a page may be asked for by. A page of another name that was made to mean this machine (DNS rebinding) gets
 * nothing; with TLS, its certificate would not fit either, so any name may be used there.
 */
final class HostRule {
    private static final Pattern LOCAL = Pattern
            .compile("(localhost|127\\.0\\.0\\.1|\\[::1\\])(:[0-9]{1,5})?");

    private final boolean localOnly;

    HostRule(InetAddress bind, boolean secure) {
        localOnly = bind.isLoopbackAddress() || !secure;
    }

    /** Whether a request that names this host is for this server. */
    boolean admits(Optional<String> host) {
        return host.isPresent() && (!localOnly || LOCAL.matcher(host.get()).matches());
    }

    /** Whether a request that changes something comes from a page of this very server, or from no page at all. */
    static boolean sameOrigin(Request request) {
        if (request.header("Sec-Fetch-Site").filter(site -> !site.equals("same-origin")).isPresent()) {
            return false;
        }
        return request.header("Origin").map(origin -> isFrom(request, origin)).orElse(true);
    }

    private static boolean isFrom(Request request, String origin) {
        try {
            URI from = new URI(origin);
            return (request.secure() ? "https" : "http").equals(from.getScheme())
                    && request.header("Host").filter(host -> host.equals(from.getAuthority())).isPresent();
        } catch (URISyntaxException none) {
            return false;
        }
    }
}
