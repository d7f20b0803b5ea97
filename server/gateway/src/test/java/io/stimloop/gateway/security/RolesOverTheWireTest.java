package io.stimloop.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.netty.NettyChannelBuilder;
import io.stimloop.gateway.ServiceMethods;
import io.stimloop.gateway.audit.AuditCheck;
import io.stimloop.gateway.server.Exposure;
import io.stimloop.gateway.server.ServerOptions;
import io.stimloop.gateway.server.StimloopServer;
import io.stimloop.v1.ExperimentServiceGrpc;
import io.stimloop.v1.Hello;
import io.stimloop.v1.RigMessage;
import io.stimloop.v1.RigServiceGrpc;
import io.stimloop.v1.Role;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server with an access file, called by holders of tokens. */
class RolesOverTheWireTest {
    private static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");
    private static final long SECONDS = 30;

    @TempDir
    private Path folder;

    private final List<Holder> holders = new ArrayList<>();
    private Path access;
    private StimloopServer server;
    private ManagedChannel channel;
    private ManagedChannel stopChannel;

    /** Someone with a token; null: without. */
    private record Holder(String name, Set<AccessRole> roles, String token) {}

    @BeforeEach
    void start() throws IOException {
        access = folder.resolve("access.yaml");
        for (AccessRole role : AccessRole.values()) {
            grant(role);
        }
        holders.add(new Holder("nobody", Set.of(), ""));
        holders.add(new Holder("a guesser", Set.of(), Tokens.create()));
        server = new StimloopServer(ServerOptions.onPorts(0, 0).recordingIn(folder).exposedAs(
                new Exposure(InetAddress.getLoopbackAddress(), Optional.empty(), Optional.of(access))));
        channel = NettyChannelBuilder.forAddress("127.0.0.1", server.port()).usePlaintext().build();
        stopChannel = NettyChannelBuilder.forAddress("127.0.0.1", server.stopPort()).usePlaintext().build();
    }

    @AfterEach
    void stop() {
        channel.shutdownNow();
        stopChannel.shutdownNow();
        server.close();
    }

    private void grant(AccessRole role) throws IOException {
        String token = Tokens.create();
        holders.add(new Holder("the-" + role, Set.of(role), token));
        SecretFiles.append(access,
                AccessFile.line("the-" + role, Set.of(role), Tokens.hashInHex(token), LATER));
    }

    private Holder holder(AccessRole role) {
        return holders.stream().filter(holder -> holder.roles().contains(role)).findFirst().orElseThrow();
    }

    private record Bytes() implements MethodDescriptor.Marshaller<byte[]> {
        @Override
        public InputStream stream(byte[] value) {
            return new ByteArrayInputStream(value);
        }

        @Override
        public byte[] parse(InputStream stream) {
            try {
                return stream.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A call under way, of which only the end matters. */
    private static final class Call extends ClientCall.Listener<byte[]> {
        private final CompletableFuture<Status> closed = new CompletableFuture<>();
        private final CompletableFuture<byte[]> heard = new CompletableFuture<>();

        @Override
        public void onMessage(byte[] message) {
            heard.complete(message);
        }

        @Override
        public void onClose(Status status, Metadata trailers) {
            closed.complete(status);
        }

        Status end() {
            return closed.orTimeout(SECONDS, TimeUnit.SECONDS).join();
        }
    }

    private ClientCall<byte[], byte[]> call(MethodDescriptor<?, ?> method, Holder by, Call listener) {
        ManagedChannel used = method.getFullMethodName().startsWith("stimloop.v1.SafetyService")
                ? stopChannel
                : channel;
        ClientCall<byte[], byte[]> call = used.newCall(method.toBuilder(new Bytes(), new Bytes()).build(),
                CallOptions.DEFAULT);
        Metadata headers = new Metadata();
        if (!by.token().isEmpty()) {
            headers.put(Access.AUTHORIZATION, "Bearer " + by.token());
        }
        call.start(listener, headers);
        call.request(100);
        return call;
    }

    private Status ask(MethodDescriptor<?, ?> method, Holder by) {
        Call listener = new Call();
        ClientCall<byte[], byte[]> call = call(method, by, listener);
        call.sendMessage(new byte[0]);
        call.halfClose();
        if (method.getFullMethodName().equals("grpc.health.v1.Health/Watch")) {
            // It goes on for ever where it is permitted.
            listener.heard.orTimeout(SECONDS, TimeUnit.SECONDS).join();
            call.cancel("enough", null);
        }
        return listener.end();
    }

    @Test
    void everyMethodAnswersEveryoneAsTheTableSaysAndRefusesInOneText() {
        List<MethodDescriptor<?, ?>> methods = ServiceMethods.all().stream()
                .filter(method -> !method.getFullMethodName().startsWith("grpc.reflection"))
                .sorted(Comparator.comparing((MethodDescriptor<?, ?> method) -> String
                        .valueOf(method.getBareMethodName()).startsWith("Emergency")))
                .toList();
        for (MethodDescriptor<?, ?> method : methods) {
            for (Holder holder : holders) {
                Status status = ask(method, holder);
                String what = method.getFullMethodName() + " by " + holder.name();
                if (MethodRules.of(method.getFullMethodName()).permits(holder.roles())) {
                    assertThat(status.getCode()).as(what).isNotIn(Status.Code.PERMISSION_DENIED,
                            Status.Code.UNIMPLEMENTED);
                } else {
                    assertThat(status.getCode()).as(what).isEqualTo(Status.Code.PERMISSION_DENIED);
                    assertThat(status.getDescription()).isEqualTo(
                            AccessInterceptor.DENIED.getDescription());
                }
            }
        }
        assertThat(methods).hasSizeGreaterThan(15);
    }

    @Test
    void aRigJoinsUnderItsOwnNameOnly() {
        assertThat(join("the-RIG").getCode()).as("there is no experiment of that name")
                .isEqualTo(Status.Code.NOT_FOUND);
        assertThat(join("another-rig").getCode()).isEqualTo(Status.Code.PERMISSION_DENIED);
    }

    private Status join(String rigId) {
        Call listener = new Call();
        ClientCall<byte[], byte[]> call = call(RigServiceGrpc.getConnectMethod(), holder(AccessRole.RIG),
                listener);
        call.sendMessage(RigMessage.newBuilder().setHello(Hello.newBuilder().setExperimentId("none")
                .setRigId(rigId).addRoles(Role.RECORDER)).build().toByteArray());
        return listener.end();
    }

    /** What is taken away ends what is under way: a rig's stream, at its next message. */
    @Test
    void whoIsStruckOffTheFileIsCutOffWithoutARestart() throws Exception {
        Call listener = new Call();
        ClientCall<byte[], byte[]> call = call(RigServiceGrpc.getConnectMethod(), holder(AccessRole.RIG),
                listener);
        Files.writeString(access, AccessFile.line("nobody-else", Set.of(AccessRole.VIEWER)));
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (ask(ExperimentServiceGrpc.getListExperimentsMethod(), holder(AccessRole.VIEWER))
                .getCode() != Status.Code.PERMISSION_DENIED && System.nanoTime() < until) {
            Thread.sleep(50);
        }
        Thread.sleep(1_100);
        call.sendMessage(RigMessage.newBuilder().setHello(Hello.newBuilder().setExperimentId("none")
                .setRigId("the-RIG").addRoles(Role.RECORDER)).build().toByteArray());

        assertThat(listener.end().getCode()).isEqualTo(Status.Code.PERMISSION_DENIED);
    }

    @Test
    void whatWasDoneAndWhatWasRefusedIsInTheAuditTrail() throws IOException {
        ask(ExperimentServiceGrpc.getPauseExperimentMethod(), holder(AccessRole.VIEWER));
        ask(ExperimentServiceGrpc.getEmergencyStopMethod(), holder(AccessRole.ADMIN));
        ask(ExperimentServiceGrpc.getListExperimentsMethod(), holder(AccessRole.VIEWER));
        server.close();

        Path trail = folder.resolve("audit.jsonl");
        assertThat(AuditCheck.of(trail).good()).isTrue();
        assertThat(Files.readAllLines(trail)).hasSize(2);
        assertThat(Files.readAllLines(trail).getFirst()).contains(
                "\"action\":\"PauseExperiment\",\"identity\":\"the-VIEWER\"",
                "\"outcome\":\"PERMISSION_DENIED\"");
        assertThat(Files.readAllLines(trail).getLast()).contains(
                "\"action\":\"EmergencyStop\",\"identity\":\"the-ADMIN\"", "\"outcome\":\"OK\"");
        assertThat(Files.readString(trail)).doesNotContain(holder(AccessRole.ADMIN).token());
    }
}
