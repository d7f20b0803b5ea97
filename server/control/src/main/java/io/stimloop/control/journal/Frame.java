package io.stimloop.control.journal;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * One frame as it was read; its place in the chain is not yet checked.
 *
 * @param kind     what it is
 * @param crc      its own
 * @param previous the crc of the frame before
 * @param sequence of its record; of any other frame that of the last record
 * @param durable  the last record known to be on the disk when it was made
 * @param payload  of a record; else empty. Valid as long as the bytes it was read from
 * @param bytes    that it takes
 */
record Frame(FrameKind kind, int crc, int previous, long sequence, long durable, ByteBuffer payload,
        int bytes) {
    /** Bytes before the payload. */
    static final int HEADER = 32;
    static final int LENGTH_AT = 0;
    static final int CRC_AT = 4;
    static final int PREVIOUS_AT = 8;
    static final int KIND_AT = 12;
    static final int SEQUENCE_AT = 16;
    static final int DURABLE_AT = 24;
    /** Frames begin at multiples of this. */
    static final int ALIGNMENT = 8;

    /** Bytes of a frame with a payload. */
    static int bytes(int payload) {
        return Math.addExact(HEADER, Math.addExact(payload, ALIGNMENT - 1) & -ALIGNMENT);
    }

    /**
     * Reads the frame at a place.
     *
     * @param segment whose length is a multiple of {@link #ALIGNMENT}
     * @param at      multiple of {@link #ALIGNMENT}
     * @param id      of the journal
     * @return null if what is there is no complete, undamaged frame of this journal
     */
    static @Nullable Frame read(ByteBuffer segment, int at, long id) {
        int room = segment.limit() - at;
        if (room < HEADER) {
            return null;
        }
        int length = segment.getInt(at + LENGTH_AT);
        FrameKind kind = FrameKind.of(segment.get(at + KIND_AT));
        if (kind == null || length < 0 || length > room - HEADER) {
            return null;
        }
        int bytes = bytes(length);
        if (segment.getInt(at + CRC_AT) != crc(segment, at, bytes, id)) {
            return null;
        }
        return new Frame(kind, segment.getInt(at + CRC_AT), segment.getInt(at + PREVIOUS_AT),
                segment.getLong(at + SEQUENCE_AT), segment.getLong(at + DURABLE_AT),
                segment.slice(at + HEADER, length), bytes);
    }

    /** Over the id and all of the frame but the crc itself. */
    static int crc(ByteBuffer buffer, int at, int bytes, long id) {
        CRC32C crc = new CRC32C();
        for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            crc.update((int) (id >>> shift));
        }
        crc.update(buffer.slice(at, CRC_AT));
        crc.update(buffer.slice(at + PREVIOUS_AT, bytes - PREVIOUS_AT));
        return (int) crc.getValue();
    }
}
