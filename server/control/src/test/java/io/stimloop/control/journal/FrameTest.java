package io.stimloop.control.journal;

import static io.stimloop.control.journal.JournalBench.taken;
import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.v1.JournalRecord;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class FrameTest {
    private static final long ID = 0x0102030405060708L;

    private static ByteBuffer written(JournalRecord record) throws IOException {
        ByteBuffer out = ByteBuffer.allocate(200).position(64);
        new FrameWriter(ID, 77).add(out, record, 5, 3);
        return out.flip();
    }

    @Test
    void isReadAsItWasWritten() throws IOException {
        ByteBuffer bytes = written(taken(9));
        Frame frame = Objects.requireNonNull(Frame.read(bytes, 64, ID));

        assertThat(frame.kind()).isEqualTo(FrameKind.RECORD);
        assertThat(frame.previous()).isEqualTo(77);
        assertThat(frame.sequence()).isEqualTo(5);
        assertThat(frame.durable()).isEqualTo(3);
        assertThat(frame.crc()).isEqualTo(bytes.getInt(64 + Frame.CRC_AT)).isNotZero();
        assertThat(frame.bytes()).isEqualTo(bytes.limit() - 64)
                .isEqualTo(Frame.bytes(taken(9).getSerializedSize()));
        assertThat(JournalRecord.parseFrom(frame.payload())).isEqualTo(taken(9));
    }

    @Test
    void isPaddedToAMultipleOfEightBytes() {
        assertThat(Frame.bytes(0)).isEqualTo(32);
        assertThat(Frame.bytes(1)).isEqualTo(40);
        assertThat(Frame.bytes(8)).isEqualTo(40);
        assertThat(Frame.bytes(9)).isEqualTo(48);
    }

    @Test
    void isNoneWhenItIsCutShortAnywhere() throws IOException {
        ByteBuffer bytes = written(taken(9));
        for (int limit = 64; limit < bytes.limit(); limit += Frame.ALIGNMENT) {
            assertThat(Frame.read(bytes.duplicate().limit(limit), 64, ID)).as("%d bytes", limit).isNull();
        }
    }

    @Test
    void isNoneOfAnotherJournal() throws IOException {
        for (int bit = 0; bit < Long.SIZE; bit++) {
            assertThat(Frame.read(written(taken(9)), 64, ID ^ (1L << bit))).as("bit %d", bit).isNull();
        }
    }

    @Test
    void isNoneWhenItsLengthIsNegativeOrItsKindUnknown() throws IOException {
        assertThat(Frame.read(written(taken(9)).putInt(64, -1), 64, ID)).isNull();
        assertThat(Frame.read(written(taken(9)).putInt(64, Integer.MAX_VALUE), 64, ID)).isNull();
        assertThat(FrameKind.of((byte) 0)).isNull();
        assertThat(FrameKind.of((byte) 5)).isNull();
        for (FrameKind kind : FrameKind.values()) {
            assertThat(FrameKind.of(kind.code())).isEqualTo(kind);
        }
    }

    @Test
    void isChainedToTheOneBefore() throws IOException {
        ByteBuffer out = ByteBuffer.allocate(200);
        FrameWriter writer = new FrameWriter(ID, 1);
        writer.add(out, taken(1), 1, 0);
        int second = out.position();
        int chain = writer.chain();
        writer.add(out, FrameKind.MARK, 1, 1);
        out.flip();

        assertThat(out.getInt(Frame.CRC_AT)).isEqualTo(chain);
        assertThat(out.getInt(second + Frame.PREVIOUS_AT)).isEqualTo(chain).isNotEqualTo(writer.chain());
        assertThat(out.limit()).isEqualTo(second + Frame.HEADER);
    }

    @Test
    void everyByteOfAHeaderOfASegmentIsCovered() {
        SegmentHeader header = new SegmentHeader(1, 7, ID, 1024, 99, -5);
        assertThat(SegmentHeader.read(header.bytes())).isEqualTo(header);
        for (int at = 0; at < SegmentHeader.BYTES; at++) {
            ByteBuffer changed = header.bytes();
            changed.put(at, (byte) (changed.get(at) ^ 64));
            assertThat(wrong(changed)).as("byte %d", at).isNotEmpty();
        }
    }

    @Test
    void aSegmentHasASizeThatCanBe() {
        assertThat(wrong(new SegmentHeader(1, 1, ID, 64, 0, 0).bytes())).isEmpty();
        assertThat(wrong(new SegmentHeader(1, 1, ID, 56, 0, 0).bytes()))
                .isEqualTo("it says that it has 56 bytes");
        assertThat(wrong(new SegmentHeader(1, 1, ID, 1025, 0, 0).bytes())).isNotEmpty();
        assertThat(wrong(new SegmentHeader(1, 1, ID, 1L << 31, 0, 0).bytes())).isNotEmpty();
        assertThat(wrong(new SegmentHeader(1, 1, ID, (1L << 31) - 8, 0, 0).bytes())).isEmpty();
        assertThat(wrong(new SegmentHeader(0, 1, ID, 1024, 0, 0).bytes())).contains("version 0");
    }

    private static String wrong(ByteBuffer header) {
        try {
            SegmentHeader.read(header);
            return "";
        } catch (IllegalArgumentException wrong) {
            return String.valueOf(wrong.getMessage());
        }
    }
}
