package io.stimloop.control.journal;

import org.jspecify.annotations.Nullable;

/** What a frame is. */
enum FrameKind {
    /** Holds a record. */
    RECORD(1),
    /** Was written after a sync, to say that it was one. */
    MARK(2),
    /** Ends a segment; the next exists. */
    SEAL(3),
    /** The journal was closed in good order. More may follow, when it was opened again. */
    CLOSED(4);

    private final int code;

    FrameKind(int code) {
        this.code = code;
    }

    byte code() {
        return (byte) code;
    }

    static @Nullable FrameKind of(byte code) {
        return code >= 1 && code <= values().length ? values()[code - 1] : null;
    }
}
