package io.stimloop.control.journal;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Goes through the frames of one segment, up to where the chain ends. */
final class SegmentScan {
    private final ByteBuffer bytes;
    private final long id;
    private int position = SegmentHeader.BYTES;
    private int chain;
    private long sequence;
    private long durable;
    private @Nullable FrameKind last;

    /** Of a whole segment with its header. */
    SegmentScan(ByteBuffer bytes, SegmentHeader header) {
        this.bytes = bytes;
        id = header.id();
        chain = header.previous();
        sequence = header.sequence();
    }

    /** The next frame of the chain; null where it ends, and after the seal. */
    @Nullable
    Frame next() {
        if (sealed()) {
            return null;
        }
        Frame frame = Frame.read(bytes, position, id);
        if (frame == null || !follows(frame)) {
            return null;
        }
        position += frame.bytes();
        chain = frame.crc();
        sequence = frame.sequence();
        durable = frame.durable();
        last = frame.kind();
        return frame;
    }

    private boolean follows(Frame frame) {
        long expected = frame.kind() == FrameKind.RECORD ? sequence + 1 : sequence;
        return frame.previous() == chain && frame.sequence() == expected
                && frame.durable() >= durable && frame.durable() <= frame.sequence();
    }

    boolean sealed() {
        return last == FrameKind.SEAL;
    }

    boolean closed() {
        return last == FrameKind.CLOSED;
    }

    /** Nothing follows the header. */
    boolean empty() {
        return last == null && unused() == 0;
    }

    /** Bytes from where the chain ends to the last that is not zero. */
    int unused() {
        int end = bytes.limit();
        while (end > position && bytes.get(end - 1) == 0) {
            end--;
        }
        return end - position;
    }

    /**
     * Looks behind the end of the chain for a frame that says that more was on the disk once.
     *
     * @return where it begins; 0: there is none
     */
    int witness() {
        for (int at = position; at < bytes.limit(); at += Frame.ALIGNMENT) {
            Frame frame = Frame.read(bytes, at, id);
            if (frame != null && frame.durable() > sequence) {
                return at;
            }
        }
        return 0;
    }

    int position() {
        return position;
    }

    int chain() {
        return chain;
    }
}
