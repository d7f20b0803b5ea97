package io.stimloop.rig.client;

import io.grpc.ChannelCredentials;
import io.grpc.ClientInterceptor;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Metadata;
import io.grpc.TlsChannelCredentials;
import io.grpc.stub.MetadataUtils;
import java.io.IOException;

/** Channels to a server. */
public final class RigChannels {
    private RigChannels() {}

    /**
     * A channel without encryption, on which messages are handled by the thread that reads them: two thread
     * hops less than with an executor between. Uses epoll where it is available. The caller shuts it down.
     */
    public static ManagedChannel plaintext(String host, int port) {
        return ManagedChannelBuilder.forAddress(host, port).usePlaintext().directExecutor().build();
    }

    /**
     * A channel on which this program shows who it is: by TLS with its certificate, by a token, or both. Otherwise like
     * {@link #plaintext}.
     *
     * @throws IOException if a file cannot be read or is no certificate or key
     */
    public static ManagedChannel with(RigCredentials credentials, String host, int port) throws IOException {
        ChannelCredentials transport = InsecureChannelCredentials.create();
        if (credentials.files().isPresent()) {
            RigCredentials.Files files = credentials.files().get();
            transport = TlsChannelCredentials.newBuilder().trustManager(files.authority().toFile())
                    .keyManager(files.certificate().toFile(), files.key().toFile()).build();
        }
        ManagedChannelBuilder<?> builder = Grpc.newChannelBuilderForAddress(host, port, transport)
                .directExecutor();
        credentials.token().ifPresent(token -> builder.intercept(bearer(token)));
        return builder.build();
    }

    private static ClientInterceptor bearer(String token) {
        Metadata headers = new Metadata();
        headers.put(Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER), "Bearer " + token);
        return MetadataUtils.newAttachHeadersInterceptor(headers);
    }
}
