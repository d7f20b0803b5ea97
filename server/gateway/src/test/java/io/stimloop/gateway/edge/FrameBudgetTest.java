package io.stimloop.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameBudgetTest {
    private static final int DATA = 0;
    private static final int HEADERS = 1;
    private static final int RST_STREAM = 3;
    private static final int SETTINGS = 4;
    private static final int PING = 6;
    private static final int WINDOW_UPDATE = 8;
    private static final int END_STREAM = 1;

    private final AtomicLong now = new AtomicLong();
    private final AtomicLong memoryRanOut = new AtomicLong();
    private final EdgeCounts counts = new EdgeCounts();
    private final EmbeddedChannel channel = new EmbeddedChannel(
            new FrameBudget(counts, now::get, memoryRanOut::incrementAndGet));

    FrameBudgetTest() {
        channel.writeInbound(Unpooled.wrappedBuffer(new byte[24]));
    }

    @AfterEach
    void release() {
        channel.finishAndReleaseAll();
    }

    private static ByteBuf frame(int type, int flags, int stream, byte... payload) {
        return Unpooled.buffer().writeMedium(payload.length).writeByte(type).writeByte(flags).writeInt(stream)
                .writeBytes(payload);
    }

    /** A whole message of so many bytes of content, in one frame. */
    private static ByteBuf message(int stream, int bytes) {
        byte[] payload = new byte[5 + bytes];
        payload[3] = (byte) (bytes >> 8);
        payload[4] = (byte) bytes;
        return frame(DATA, 0, stream, payload);
    }

    private int framesUntilClosed(ByteBuf frame, int most) {
        for (int sent = 0; sent < most; sent++) {
            channel.writeInbound(frame.copy());
            channel.releaseInbound();
            if (!channel.isOpen()) {
                return sent + 1;
            }
        }
        return most;
    }

    @ParameterizedTest
    @ValueSource(ints = {SETTINGS, PING, RST_STREAM, 2, 9, 77})
    void framesThatCarryNothingCloseTheConnection(int type) {
        assertThat(framesUntilClosed(frame(type, 0, 0, new byte[8]), 10_000)).isEqualTo(2_001);
        assertThat(counts.closedConnections()).isEqualTo(1);
    }

    @Test
    void emptyDataClosesTheConnectionButEndingAStreamDoesNot() {
        assertThat(framesUntilClosed(frame(DATA, END_STREAM, 1), 10_000)).isEqualTo(10_000);
        assertThat(framesUntilClosed(frame(DATA, 0, 1), 10_000)).isEqualTo(2_001);
    }

    @Test
    void aMessageByteByByteClosesTheConnection() {
        channel.writeInbound(frame(DATA, 0, 1, new byte[]{0, 0, 1, 0, 0}));

        assertThat(framesUntilClosed(frame(DATA, 0, 1, new byte[1]), 10_000)).isEqualTo(2_000);
    }

    @Test
    void messagesAndTheirPingsAreNoFlood() {
        for (int i = 0; i < 20_000; i++) {
            channel.writeInbound(message(1, 20), frame(PING, 0, 0, new byte[8]),
                    frame(PING, 1, 0, new byte[8]));
            channel.releaseInbound();
        }
        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void windowUpdatesMayBeMany() {
        assertThat(framesUntilClosed(frame(WINDOW_UPDATE, 0, 0, new byte[4]), 60_000)).isEqualTo(50_001);
    }

    @Test
    void theBudgetFillsUpAgain() {
        for (int second = 0; second < 100; second++) {
            now.addAndGet(1_000_000_000L);
            for (int i = 0; i < 50; i++) {
                channel.writeInbound(frame(SETTINGS, 0, 0, new byte[6]));
            }
            channel.releaseInbound();
        }
        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void largeMessagesInManyFramesAreNoFloodButManyUnfinishedOnesAre() {
        byte[] part = new byte[16 << 10];
        byte[] begun = {0, 0, 0x10, 0, 0};
        for (int round = 0; round < 100; round++) {
            channel.writeInbound(frame(DATA, 0, 1, begun));
            for (int i = 0; i < 64; i++) {
                channel.writeInbound(frame(DATA, 0, 1, part));
            }
            channel.releaseInbound();
        }
        assertThat(channel.isOpen()).isTrue();
        assertThat(counts.unfinishedBytes()).isZero();

        int stream = 1;
        while (channel.isOpen() && stream < 100) {
            stream += 2;
            channel.writeInbound(frame(DATA, 0, stream, begun));
            for (int i = 0; i < 63 && channel.isOpen(); i++) {
                channel.writeInbound(frame(DATA, 0, stream, part));
            }
            channel.releaseInbound();
        }
        assertThat(stream).as("four times 1 MiB, the fifth is too much").isEqualTo(11);
        assertThat(counts.unfinishedBytes()).as("nothing is held by a closed connection").isZero();
    }

    @Test
    void aStreamThatIsResetHoldsNothing() {
        channel.writeInbound(frame(HEADERS, 0, 1, new byte[10]),
                frame(DATA, 0, 1, new byte[]{0, 0, 0, 1, 0, 7, 7}));
        assertThat(counts.unfinishedBytes()).isEqualTo(2);

        channel.writeInbound(frame(RST_STREAM, 0, 1, new byte[4]));
        assertThat(counts.unfinishedBytes()).isZero();
    }

    /** The same bytes in pieces of any size, with padded frames among them, are the same frames. */
    @Test
    void piecesDoNotMatter() {
        ByteBuf all = Unpooled.buffer();
        for (int i = 0; i < 500; i++) {
            all.writeBytes(frame(SETTINGS, 0, 0, new byte[6]));
            all.writeBytes(message(2 * i + 1, i));
            // Padded: 3 bytes of padding after a whole message of none.
            all.writeBytes(frame(DATA, 8, 2 * i + 1, new byte[]{3, 0, 0, 0, 0, 0, 9, 9, 9}));
        }
        SplittableRandom random = new SplittableRandom(1);
        while (all.isReadable()) {
            channel.writeInbound(
                    all.readRetainedSlice(Math.min(all.readableBytes(), random.nextInt(1, 40))));
        }
        channel.releaseInbound();
        assertThat(channel.isOpen()).isTrue();
        assertThat(counts.unfinishedBytes()).isZero();
        assertThat(framesUntilClosed(frame(SETTINGS, 0, 0), 10_000)).as("nothing was taken from the budget")
                .isEqualTo(2_001);
        all.release();
    }

    @Test
    void whenMemoryOutsideTheHeapRunsOutTheProcessIsEnded() {
        channel.pipeline().fireExceptionCaught(new OutOfMemoryError("Cannot reserve direct buffer memory"));
        try {
            channel.checkException();
        } catch (OutOfMemoryError passedOn) {
            assertThat(passedOn).hasMessageContaining("direct");
        }
        assertThat(memoryRanOut).hasValue(1);
    }
}
