package io.stimloop.control.journal;

import static io.stimloop.control.journal.JournalBench.taken;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

final class SegmentScanTest {
    private static final SegmentHeader HEADER = new SegmentHeader(1, 1, 5, 512, 10, 77);

    private final ByteBuffer bytes = ByteBuffer.allocate(512).put(HEADER.bytes());
    private final FrameWriter frames = new FrameWriter(5, 77);

    private SegmentScan scanned() {
        SegmentScan scan = new SegmentScan(bytes.duplicate().clear(), HEADER);
        Frame frame = scan.next();
        while (frame != null) {
            frame = scan.next();
        }
        return scan;
    }

    private void record(long sequence, long durable) throws IOException {
        frames.add(bytes, taken(1), sequence, durable);
    }

    @Test
    void followsTheChain() throws IOException {
        record(11, 10);
        frames.add(bytes, FrameKind.MARK, 11, 11);
        record(12, 11);
        SegmentScan scan = scanned();

        assertThat(scan.position()).isEqualTo(bytes.position());
        assertThat(scan.chain()).isEqualTo(frames.chain());
        assertThat(scan.unused()).isZero();
        assertThat(scan.sealed()).isFalse();
        assertThat(scan.closed()).isFalse();
        assertThat(scan.empty()).isFalse();
    }

    @Test
    void goesNoFurtherThanTheSeal() throws IOException {
        record(11, 10);
        frames.add(bytes, FrameKind.SEAL, 11, 10);
        int end = bytes.position();
        record(12, 11);

        assertThat(scanned().sealed()).isTrue();
        assertThat(scanned().position()).isEqualTo(end);
    }

    @Test
    void knowsThatItWasClosed() {
        frames.add(bytes, FrameKind.CLOSED, 10, 10);

        assertThat(scanned().closed()).isTrue();
        assertThat(scanned().empty()).isFalse();
    }

    @Test
    void isEmptyOnlyWhenAllIsZero() {
        assertThat(scanned().empty()).isTrue();
        bytes.put(511, (byte) 1);

        assertThat(scanned().empty()).isFalse();
        assertThat(scanned().unused()).isEqualTo(512 - 64);
    }

    private void assertDoesNotFollow(FrameKind kind, long sequence, long durable) throws IOException {
        record(11, 9);
        int end = bytes.position();
        if (kind == FrameKind.RECORD) {
            record(sequence, durable);
        } else {
            frames.add(bytes, kind, sequence, durable);
        }
        assertThat(scanned().position()).isEqualTo(end);
    }

    @Test
    void stopsWhereARecordIsLeftOut() throws IOException {
        assertDoesNotFollow(FrameKind.RECORD, 13, 9);
    }

    @Test
    void stopsWhereARecordComesTwice() throws IOException {
        assertDoesNotFollow(FrameKind.RECORD, 11, 9);
    }

    @Test
    void stopsWhereAMarkIsForAnotherRecord() throws IOException {
        assertDoesNotFollow(FrameKind.MARK, 12, 9);
    }

    @Test
    void stopsWhereLessIsDurableThanBefore() throws IOException {
        assertDoesNotFollow(FrameKind.RECORD, 12, 8);
    }

    @Test
    void stopsWhereMoreIsDurableThanThereIs() throws IOException {
        assertDoesNotFollow(FrameKind.RECORD, 12, 13);
    }

    @Test
    void stopsAtAFrameOfAnotherChain() throws IOException {
        record(11, 9);
        int end = bytes.position();
        new FrameWriter(5, 78).add(bytes, taken(1), 12, 9);

        assertThat(scanned().position()).isEqualTo(end);
    }

    @Test
    void findsAWitnessOfWhatWasDurable() throws IOException {
        record(11, 10);
        int end = bytes.position();
        record(12, 10);
        record(13, 11);
        int witness = bytes.position();
        record(14, 12);
        assertThat(scanned().witness()).isZero();

        bytes.put(end + Frame.HEADER, (byte) -1);
        assertThat(scanned().position()).isEqualTo(end);
        assertThat(scanned().witness()).isEqualTo(witness);
        assertThat(scanned().unused()).isBetween(bytes.position() - end - 7, bytes.position() - end);

        bytes.put(witness + Frame.HEADER, (byte) -1);
        assertThat(scanned().witness()).as("all that is left says that no more than record 11 was durable")
                .isZero();
    }
}
