package io.stimloop.checks.floods;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Frames of HTTP/2 as bytes (RFC 9113), with headers that are not compressed (RFC 7541, 6.2.2). */
final class Frames {
    static final int DATA = 0x0;
    static final int HEADERS = 0x1;
    static final int RST_STREAM = 0x3;
    static final int SETTINGS = 0x4;
    static final int PING = 0x6;
    static final int WINDOW_UPDATE = 0x8;
    static final int CONTINUATION = 0x9;
    static final int END_HEADERS = 0x4;

    private static final int CANCEL = 8;
    private static final int INITIAL_WINDOW_SIZE = 4;
    private static final byte[] PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"
            .getBytes(StandardCharsets.US_ASCII);

    private Frames() {}

    /** One frame. */
    static byte[] frame(int type, int flags, int stream, byte... payload) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        number(out, payload.length, 3);
        out.write(type);
        out.write(flags);
        number(out, stream, 4);
        out.writeBytes(payload);
        return out.toByteArray();
    }

    private static void number(ByteArrayOutputStream out, long value, int bytes) {
        for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) {
            out.write((int) (value >> shift));
        }
    }

    /** What a connection begins with, and a window for each stream of so many bytes. */
    static byte[] opening(int window) {
        ByteArrayOutputStream setting = new ByteArrayOutputStream();
        number(setting, INITIAL_WINDOW_SIZE, 2);
        number(setting, window, 4);
        return joined(PREFACE, frame(SETTINGS, 0, 0, setting.toByteArray()));
    }

    /** The start of a call of gRPC. */
    static byte[] call(int stream, String path) {
        return frame(HEADERS, END_HEADERS, stream, headers(path));
    }

    /** The headers of a call: POST and http of the static table, the rest as plain text. */
    static byte[] headers(String path) {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        block.write(0x83);
        block.write(0x86);
        header(block, ":path", path);
        header(block, ":authority", "127.0.0.1");
        header(block, "content-type", "application/grpc");
        header(block, "te", "trailers");
        return block.toByteArray();
    }

    /** One header more, as plain text, of less than 127 bytes each. */
    static void header(ByteArrayOutputStream block, String name, String value) {
        block.write(0);
        text(block, name);
        text(block, value);
    }

    private static void text(ByteArrayOutputStream block, String text) {
        block.write(text.length());
        block.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** The five bytes before a message of gRPC that says it has so many. */
    static byte[] prefix(long length) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        number(out, length, 5);
        return out.toByteArray();
    }

    /** Takes a call back. */
    static byte[] cancel(int stream) {
        return frame(RST_STREAM, 0, stream, new byte[]{0, 0, 0, CANCEL});
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    /** The same frames so often. */
    static byte[] repeated(byte[] frames, int times) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < times; i++) {
            out.writeBytes(frames);
        }
        return out.toByteArray();
    }
}
