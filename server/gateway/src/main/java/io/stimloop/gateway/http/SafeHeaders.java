package io.stimloop.gateway.http;

import io.netty.handler.codec.http.HttpHeaders;

/** What every answer tells a browser, so that nothing in it can do harm. */
final class SafeHeaders {
    /** Scripts, styles and data of this server only; nothing inline; in nobody's frame. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none';"
            + " form-action 'none'; frame-ancestors 'none'";

    private SafeHeaders() {}

    static void add(HttpHeaders headers) {
        headers.set("Content-Security-Policy", POLICY).set("X-Content-Type-Options", "nosniff")
                .set("Referrer-Policy", "no-referrer").set("Cross-Origin-Opener-Policy", "same-origin")
                .set("Cross-Origin-Resource-Policy", "same-origin");
    }
}
