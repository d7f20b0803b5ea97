package io.stimloop.gateway.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Files of the class path, below one place, kept in memory from the first time on. A browser keeps them too, and asks each
 * time whether they are still the same.
 */
public final class StaticFiles {
    private static final Map<String, String> TYPES = Map.of("html", "text/html; charset=utf-8", "js",
            "text/javascript; charset=utf-8", "mjs", "text/javascript; charset=utf-8", "css",
            "text/css; charset=utf-8",
            "svg", "image/svg+xml", "png", "image/png", "json", "application/json; charset=utf-8", "txt",
            "text/plain; charset=utf-8", "woff2", "font/woff2", "webmanifest", "application/manifest+json");
    /** Nothing hidden, nothing above: names of letters, digits, minus, underscore and dots that do not begin them. */
    private static final Pattern PATH = Pattern
            .compile("(/[A-Za-z0-9_-][A-Za-z0-9_.-]*)+\\.([a-z0-9]{1,11})");
    private static final int TAG_BYTES = 16;

    private final String place;
    private final Map<String, Answer> files = new ConcurrentHashMap<>();

    /** @param place as {@code /io/stimloop/gateway/page}, without a slash at its end */
    public StaticFiles(String place) {
        this.place = place;
    }

    /** The answer to a request for a file; empty where there is none of this name. */
    public Optional<Answer> find(Request request) {
        String path = request.path().equals("/") ? "/index.html" : request.path();
        Optional<Answer> found = Optional.ofNullable(files.get(path)).or(() -> read(path));
        found.ifPresent(file -> files.putIfAbsent(path, file));
        return found.map(file -> request.header("If-None-Match")
                .filter(known -> known.equals(file.headers().get("ETag")))
                .map(same -> new Answer(304, file.type(), new byte[0], file.headers())).orElse(file));
    }

    private Optional<Answer> read(String path) {
        var form = PATH.matcher(path);
        String type = form.matches() ? TYPES.get(form.group(2)) : null;
        if (type == null) {
            return Optional.empty();
        }
        try (InputStream in = StaticFiles.class.getResourceAsStream(place + path)) {
            if (in == null) {
                return Optional.empty();
            }
            byte[] bytes = in.readAllBytes();
            return Optional.of(
                    new Answer(200, type, bytes, Map.of("ETag", tag(bytes), "Cache-Control", "no-cache")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String tag(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return "\"" + HexFormat.of().formatHex(hash, 0, TAG_BYTES) + "\"";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
