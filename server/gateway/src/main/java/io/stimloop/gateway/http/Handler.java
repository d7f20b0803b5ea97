package io.stimloop.gateway.http;

/** Answers requests. Called on the listener's one thread, so it must return at once. */
public interface Handler {
    /**
     * Answers now or later, by one of the methods of the exchange.
     *
     * @throws RuntimeException answered with 500, and logged
     */
    void handle(Request request, Exchange exchange);
}
