package io.stimloop.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConnectionGateTest {
    private final AtomicLong now = new AtomicLong();
    private final EdgeCounts counts = new EdgeCounts();
    private final EmbeddedChannel listener = new EmbeddedChannel(
            new ConnectionGate(new ConnectionGate.Limits(5, 10, 1), counts, now::get, () -> {}));
    private final List<EmbeddedChannel> made = new ArrayList<>();

    private static final class From extends EmbeddedChannel {
        private final SocketAddress peer;

        From(String peer) {
            this.peer = new InetSocketAddress(peer, 1_234);
        }

        @Override
        protected SocketAddress remoteAddress0() {
            return peer;
        }
    }

    @AfterEach
    void close() {
        made.forEach(EmbeddedChannel::finishAndReleaseAll);
        listener.finishAndReleaseAll();
    }

    private boolean taken(String peer) {
        EmbeddedChannel connection = new From(peer);
        made.add(connection);
        listener.writeInbound(connection);
        return connection.equals(listener.readInbound());
    }

    @Test
    void oneAddressHasSoManyConnectionsAndNoMore() {
        for (int i = 0; i < 5; i++) {
            assertThat(taken("10.0.0.1")).isTrue();
        }
        assertThat(taken("10.0.0.1")).isFalse();
        assertThat(made.getLast().isOpen()).isFalse();
        assertThat(taken("10.0.0.2")).as("another address").isTrue();
        assertThat(counts.refusedConnections()).isEqualTo(1);

        var _ = made.getFirst().close();
        assertThat(taken("10.0.0.1")).isTrue();
        assertThat(counts.openConnections()).isEqualTo(6);
    }

    @Test
    void oneAddressOpensSoManyInAMomentAndThenOneASecond() {
        int taken = 0;
        for (int i = 0; i < 100; i++) {
            if (taken("10.0.0.1")) {
                taken++;
                var _ = made.getLast().close();
            }
        }
        assertThat(taken).isEqualTo(10);
        now.addAndGet(3_000_000_000L);
        assertThat(List.of(taken("10.0.0.1"), taken("10.0.0.1"), taken("10.0.0.1"), taken("10.0.0.1")))
                .containsExactly(true, true, true, false);
    }

    @Test
    void everyConnectionThatIsTakenCountsItsFrames() {
        assertThat(taken("10.0.0.1")).isTrue();
        assertThat(made.getLast().pipeline().get(FrameBudget.class)).isNotNull();
    }
}
