package io.stimloop.gateway.page;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;

/** Server-sent events as bytes. */
final class Frames {
    private static final byte[] END = "\n\n".getBytes(StandardCharsets.US_ASCII);

    private Frames() {}

    /**
     * An event whose data are a JSON text, which has no line breaks.
     *
     * @return to be released
     */
    static ByteBuf event(String name, byte[] json) {
        return frame("event: " + name + "\ndata: ", json);
    }

    /** Likewise; a reader that comes back names this trial as the last that it has. */
    static ByteBuf event(String name, long lastTrial, byte[] json) {
        return frame("id: " + lastTrial + "\nevent: " + name + "\ndata: ", json);
    }

    private static ByteBuf frame(String head, byte[] json) {
        byte[] first = head.getBytes(StandardCharsets.US_ASCII);
        return Unpooled.directBuffer(first.length + json.length + END.length).writeBytes(first)
                .writeBytes(json)
                .writeBytes(END);
    }
}
