package io.stimloop.gateway.security;

import io.grpc.Attributes;
import io.grpc.Grpc;
import io.grpc.Metadata;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/**
 * Tells who calls: by a bearer token, else by the certificate of the connection. Without an access file everyone is
 * {@link Principal#LOCAL}. Thread safe but for {@link #look}, which one thread calls.
 */
public final class Access {
    /** Where a token travels, after the word Bearer; never in an address, which ends up in logs. */
    public static final Metadata.Key<String> AUTHORIZATION = Metadata.Key.of("authorization",
            Metadata.ASCII_STRING_MARSHALLER);

    private static final String BEARER = "Bearer ";

    private final InstantSource clock;
    private final String ownToken = Tokens.create();
    private final byte[] ownHash = Tokens.hash(ownToken);
    private final @Nullable Reloaded<AccessTable> file;
    private volatile @Nullable AccessTable table;

    private Access(InstantSource clock, Optional<Path> path) throws IOException {
        this.clock = clock;
        file = path.isPresent()
                ? new Reloaded<>(List.of(path.get()), () -> AccessFile.read(path.get()), read -> table = read)
                : null;
    }

    /** Everyone may do everything: for a server that nobody but the machine's own users can reach. */
    public static Access open(InstantSource clock) {
        try {
            return new Access(clock, Optional.empty());
        } catch (IOException impossible) {
            throw new IllegalStateException("nothing was read", impossible);
        }
    }

    /**
     * What a file says, and from then on what it comes to say.
     *
     * @param clock tells what has expired
     * @throws IOException if the file cannot be read, others than its owner can, or anything in it is wrong
     */
    public static Access by(Path file, InstantSource clock) throws IOException {
        return new Access(clock, Optional.of(file));
    }

    /** Whether everyone may do everything. */
    public boolean open() {
        return file == null;
    }

    /** Takes up a changed file; to be called every second or so. */
    public void look() {
        if (file != null) {
            file.look();
        }
    }

    /** The headers by which the server's own warm-up is known. Nobody outside learns them. */
    public Metadata ownHeaders() {
        Metadata headers = new Metadata();
        headers.put(AUTHORIZATION, BEARER + ownToken);
        return headers;
    }

    /** Who makes a call over a connection with these attributes. */
    Caller caller(Attributes connection, Metadata headers) {
        return new Caller(identification(connection, headers.get(AUTHORIZATION)), clock);
    }

    /**
     * Who comes by the page.
     *
     * @param authorization the header; null where there is none
     */
    public Visitor visitor(@Nullable String authorization) {
        return new Visitor(new Caller(identification(Attributes.EMPTY, authorization), clock));
    }

    private Supplier<Principal> identification(Attributes connection, @Nullable String authorization) {
        if (open()) {
            return () -> Principal.LOCAL;
        }
        if (authorization != null && authorization.startsWith(BEARER)) {
            String token = authorization.substring(BEARER.length());
            return () -> byToken(token);
        }
        SSLSession session = connection.get(Grpc.TRANSPORT_ATTR_SSL_SESSION);
        Optional<String> identity = session == null
                ? Optional.empty()
                : CertificateIdentity.of(session);
        return () -> identity.map(this::byCertificate).orElse(Principal.NOBODY);
    }

    private Principal byToken(String token) {
        if (MessageDigest.isEqual(ownHash, Tokens.hash(token))) {
            return Principal.OWN;
        }
        AccessTable now = table;
        return now == null ? Principal.NOBODY : now.byToken(token, clock.instant());
    }

    private Principal byCertificate(String identity) {
        AccessTable now = table;
        return now == null ? Principal.NOBODY : now.byCertificate(identity, clock.instant());
    }
}
