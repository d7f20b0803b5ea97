package io.stimloop.hdf5;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Something said about an object.
 *
 * @param name  in UTF-8
 * @param type  of its elements
 * @param space how many
 * @param value writes the elements; called when all objects have their places
 */
record Attribute(String name, Datatype type, Dataspace space, Consumer<Bytes> value) {
    private static final int VERSION = 3;
    private static final int UTF_8 = 1;

    /** Writes the attribute message. */
    void describe(Bytes out) {
        byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
        Bytes typed = new Bytes(64);
        type.describe(typed);
        Bytes spaced = new Bytes(64);
        space.describe(spaced);
        out.u8(VERSION).u8(0).u16(utf8.length + 1).u16(typed.size()).u16(spaced.size()).u8(UTF_8)
                .bytes(utf8).u8(0).bytes(typed.copy()).bytes(spaced.copy());
        value.accept(out);
    }
}
