package io.stimloop.control.journal;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.MessageLite;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Makes frames, each chained to the one before. */
final class FrameWriter {
    private final long id;
    private int chain;

    /**
     * Goes on with a chain.
     *
     * @param id    of the journal
     * @param chain crc of the last frame
     */
    FrameWriter(long id, int chain) {
        this.id = id;
        this.chain = chain;
    }

    /** Adds a frame without payload; there is room for {@link Frame#HEADER} bytes. */
    void add(ByteBuffer out, FrameKind kind, long sequence, long durable) {
        int at = out.position();
        begin(out, kind, 0, sequence, durable);
        end(out, at);
    }

    /** Adds a record; the buffer has an array, and room for {@link Frame#bytes} of it. */
    void add(ByteBuffer out, MessageLite record, long sequence, long durable) throws IOException {
        int at = out.position();
        int length = record.getSerializedSize();
        begin(out, FrameKind.RECORD, length, sequence, durable);
        record.writeTo(
                CodedOutputStream.newInstance(out.array(), out.arrayOffset() + out.position(), length));
        out.position(out.position() + length);
        while (out.position() < at + Frame.bytes(length)) {
            out.put((byte) 0);
        }
        end(out, at);
    }

    private void begin(ByteBuffer out, FrameKind kind, int length, long sequence, long durable) {
        out.putInt(length).putInt(0).putInt(chain).putInt(kind.code() << 24).putLong(sequence)
                .putLong(durable);
    }

    private void end(ByteBuffer out, int at) {
        chain = Frame.crc(out, at, out.position() - at, id);
        out.putInt(at + Frame.CRC_AT, chain);
    }

    /** Crc of the last frame. */
    int chain() {
        return chain;
    }
}
