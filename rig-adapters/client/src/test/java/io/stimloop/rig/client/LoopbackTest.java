package io.stimloop.rig.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import io.netty.channel.epoll.Epoll;
import io.stimloop.v1.RigMessage;
import io.stimloop.v1.RigServiceGrpc;
import io.stimloop.v1.ServerMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The client over real sockets, threads and timers. */
class LoopbackTest {
    private static final int TRIALS = 200;
    private static final int CUT = 100;

    @Test
    @Timeout(60)
    void noTrialIsLostWhenTheServerIsRestarted() throws Exception {
        CountingService service = new CountingService();
        Server first = serve(service, 0);
        int port = first.getPort();
        ManagedChannel channel = RigChannels.plaintext("localhost", port);
        try (SystemRigClock clock = new SystemRigClock()) {
            RigClient client = new RigClient(channel, RigSettings.bothRoles("tuning-1", "rig-a", 3),
                    new LateAdapter(clock), clock);
            CompletableFuture<Ending> ending = client.start();
            service.cutReached.await();
            first.shutdownNow().awaitTermination();
            Server second = serve(service, port);
            assertThat(ending.get(30, TimeUnit.SECONDS)).isEqualTo(new Ending.Finished(TRIALS, "done"));
            assertThat(service.trials).isEqualTo(LongStream.rangeClosed(1, TRIALS).boxed().toList());
            second.shutdownNow().awaitTermination();
        } finally {
            channel.shutdownNow();
        }
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
    void epollIsUsedWhereItIsThere() {
        assertThat(Epoll.isAvailable()).as("epoll; unavailable because of %s", Epoll.unavailabilityCause())
                .isTrue();
    }

    private static Server serve(CountingService service, int port) throws IOException {
        return NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                .addService(service).build().start();
    }

    /** Answers from a timer's thread, a little later. */
    private record LateAdapter(RigClock clock) implements RigAdapter {
        @Override
        public void present(Command command, Responder responder) {
            clock.schedule(() -> responder.respond(1), 100_000);
        }

        @Override
        public void goSafe(String reason) {
            // There is nothing to switch off.
        }
    }

    /** Counts trials up to their end, across restarts, as the wire contract says a server does. */
    private static final class CountingService extends RigServiceGrpc.RigServiceImplBase {
        private final List<Long> trials = Collections.synchronizedList(new ArrayList<>());
        private final CountDownLatch cutReached = new CountDownLatch(1);
        private long epoch;

        @Override
        public StreamObserver<RigMessage> connect(StreamObserver<ServerMessage> toRig) {
            ScriptedServer.Stream stream = new ScriptedServer.Stream(toRig) {
                @Override
                public void onNext(RigMessage message) {
                    answer(this, message);
                }
            };
            return stream;
        }

        private synchronized void answer(ScriptedServer.Stream rig, RigMessage message) {
            if (message.hasHello()) {
                rig.welcome(++epoch, trials.size() + 1, 0);
                rig.present(trials.size() + 1, 45);
            } else if (message.hasOutcome() && message.getOutcome().getTrial() == trials.size() + 1) {
                trials.add(message.getOutcome().getTrial());
                goOn(rig);
            }
        }

        private void goOn(ScriptedServer.Stream rig) {
            rig.acknowledge(trials.size(), 0);
            if (trials.size() == CUT) {
                cutReached.countDown();
            } else if (trials.size() == TRIALS) {
                rig.finish(TRIALS, "done");
            } else {
                rig.present(trials.size() + 1, 45);
            }
        }
    }
}
