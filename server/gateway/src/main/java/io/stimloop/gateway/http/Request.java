package io.stimloop.gateway.http;

import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request that has come whole.
 *
 * @param method  as {@code GET}
 * @param path    decoded, begins with a slash
 * @param query   decoded
 * @param headers as they came
 * @param body    at most {@link HttpListener#MOST_BODY_BYTES}
 * @param secure  whether it came encrypted
 */
public record Request(String method, String path, Map<String, List<String>> query, HttpHeaders headers,
        byte[] body,
        boolean secure) {
    /**
     * Reads a request's target.
     *
     * @throws IllegalArgumentException if it is no path, or holds a wrong escape
     */
    static Request of(String method, String target, HttpHeaders headers, byte[] body, boolean secure) {
        QueryStringDecoder decoder = new QueryStringDecoder(target);
        if (!decoder.path().startsWith("/")) {
            throw new IllegalArgumentException("the target must begin with a slash");
        }
        return new Request(method, decoder.path(), decoder.parameters(), headers, body, secure);
    }

    /** A header's value. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The first value of a parameter of the query. */
    public Optional<String> parameter(String name) {
        return query.getOrDefault(name, List.of()).stream().findFirst();
    }
}
