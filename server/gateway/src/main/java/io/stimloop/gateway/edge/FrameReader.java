package io.stimloop.gateway.edge;

import io.netty.buffer.ByteBuf;
import io.netty.util.collection.IntObjectHashMap;

/**
 * Follows the frames of an HTTP/2 connection (RFC 9113, 4.1) and the messages of gRPC within their DATA, without
 * copying or keeping any of it. What is malformed is left to the real reader behind it, which closes the connection.
 */
final class FrameReader {
    /** What the connection starts with: PRI * HTTP/2.0 and so on. */
    private static final int PREFACE_BYTES = 24;
    private static final int HEADER_BYTES = 9;
    private static final int DATA = 0x0;
    private static final int HEADERS = 0x1;
    private static final int RST_STREAM = 0x3;
    private static final int WINDOW_UPDATE = 0x8;
    private static final int END_STREAM = 0x1;
    private static final int PADDED = 0x8;

    /** Told what comes. */
    interface Frames {
        /** A frame that carries no message of a call, of which one earns more than it takes to begin a call. */
        void idleFrame();

        /** A WINDOW_UPDATE. */
        void windowUpdate();

        /** A DATA frame of so many bytes, with or without the last byte of a message in it. */
        void data(int bytes, boolean messageEnded);

        /** So many bytes more, or less, are held of messages that have not come whole. */
        void unfinished(int change);
    }

    private final Frames frames;
    private final IntObjectHashMap<MessageProgress> messages = new IntObjectHashMap<>();
    private int skip = PREFACE_BYTES;
    private int headerBytes;
    private long lengthAndType;
    private int flags;
    private int stream;
    private int payloadLeft;
    private int paddingLeft;
    private boolean padLengthNext;
    private boolean messageEnded;

    FrameReader(Frames frames) {
        this.frames = frames;
    }

    /** Reads on, through all that is readable; the reader index of the buffer stays where it is. */
    void read(ByteBuf bytes) {
        int at = bytes.readerIndex();
        int end = bytes.writerIndex();
        while (at < end) {
            if (skip > 0) {
                int skipped = Math.min(skip, end - at);
                skip -= skipped;
                at += skipped;
            } else if (headerBytes < HEADER_BYTES) {
                header(bytes.getUnsignedByte(at));
                at++;
            } else {
                at = payload(bytes, at, end);
            }
        }
    }

    private void header(int next) {
        if (headerBytes < 4) {
            lengthAndType = lengthAndType << 8 | next;
        } else if (headerBytes == 4) {
            flags = next;
        } else {
            stream = stream << 8 | next;
        }
        headerBytes++;
        if (headerBytes == HEADER_BYTES) {
            begin((int) (lengthAndType >>> 8), (int) (lengthAndType & 0xff));
        }
    }

    private void begin(int length, int type) {
        stream &= Integer.MAX_VALUE;
        messageEnded = false;
        if (type == DATA) {
            payloadLeft = length;
            padLengthNext = (flags & PADDED) != 0;
            paddingLeft = 0;
            if (length == 0) {
                endData(length);
            }
            return;
        }
        switch (type) {
            case HEADERS -> {
                frames.idleFrame();
                ended();
            }
            case WINDOW_UPDATE -> frames.windowUpdate();
            case RST_STREAM -> {
                frames.idleFrame();
                forget();
            }
            default -> frames.idleFrame();
        }
        skip = length;
        nextFrame();
    }

    private void ended() {
        if ((flags & END_STREAM) != 0) {
            forget();
        }
    }

    private int payload(ByteBuf bytes, int from, int end) {
        int at = from;
        int length = (int) (lengthAndType >>> 8);
        if (padLengthNext) {
            padLengthNext = false;
            paddingLeft = bytes.getUnsignedByte(at);
            at++;
            payloadLeft--;
        }
        int content = Math.min(Math.max(payloadLeft - paddingLeft, 0), end - at);
        if (content > 0) {
            message(bytes, at, content);
        }
        // Padding is skipped as it comes.
        int taken = Math.min(payloadLeft, end - at);
        payloadLeft -= taken;
        if (payloadLeft == 0) {
            endData(length);
        }
        return at + taken;
    }

    private void message(ByteBuf bytes, int at, int length) {
        MessageProgress progress = messages.get(stream);
        if (progress == null) {
            progress = new MessageProgress();
            messages.put(stream, progress);
        }
        int before = progress.held();
        messageEnded |= progress.take(bytes, at, length);
        frames.unfinished(progress.held() - before);
        if (progress.atStart()) {
            messages.remove(stream);
        }
    }

    private void endData(int length) {
        if (length == 0 && (flags & END_STREAM) == 0) {
            frames.idleFrame();
        } else if (length > 0) {
            frames.data(length, messageEnded);
        }
        ended();
        nextFrame();
    }

    private void forget() {
        MessageProgress progress = messages.remove(stream);
        if (progress != null) {
            frames.unfinished(-progress.held());
        }
    }

    private void nextFrame() {
        headerBytes = 0;
        lengthAndType = 0;
        flags = 0;
        stream = 0;
    }
}
