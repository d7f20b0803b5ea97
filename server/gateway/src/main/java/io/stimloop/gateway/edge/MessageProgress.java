package io.stimloop.gateway.edge;

import io.netty.buffer.ByteBuf;

/** How far the message of gRPC is that a stream is bringing: one byte, four of its length, and its content. */
final class MessageProgress {
    private static final int PREFIX_BYTES = 5;
    /** A longer one is refused when its length is known, and nothing of it is kept. */
    private static final long MOST_KEPT = EdgeLimits.MOST_MESSAGE_BYTES;

    private int prefixBytes;
    private long length;
    private long left;
    private int held;

    /**
     * Takes what came of the stream.
     *
     * @return whether a message came to its end
     */
    boolean take(ByteBuf bytes, int from, int count) {
        boolean ended = false;
        int at = from;
        int end = from + count;
        while (at < end) {
            if (prefixBytes < PREFIX_BYTES) {
                length = length << 8 | bytes.getUnsignedByte(at);
                at++;
                prefixBytes++;
                if (prefixBytes == PREFIX_BYTES) {
                    left = length & 0xffff_ffffL;
                    length = left;
                }
            } else {
                int taken = (int) Math.min(left, end - at);
                at += taken;
                left -= taken;
                held = length > MOST_KEPT ? 0 : held + taken;
            }
            if (prefixBytes == PREFIX_BYTES && left == 0) {
                ended = true;
                prefixBytes = 0;
                length = 0;
                held = 0;
            }
        }
        return ended;
    }

    /** Whether it stands between two messages. */
    boolean atStart() {
        return prefixBytes == 0;
    }

    /** Bytes that have come of the message. */
    int held() {
        return held;
    }
}
