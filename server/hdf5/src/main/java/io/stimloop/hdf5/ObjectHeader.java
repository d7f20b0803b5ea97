package io.stimloop.hdf5;

import java.util.function.Consumer;

/** Builds the header of an object, of messages, in version 2 of its format. */
final class ObjectHeader {
    static final int DATASPACE = 0x01;
    static final int LINK_INFO = 0x02;
    static final int DATATYPE = 0x03;
    static final int FILL_VALUE = 0x05;
    static final int LINK = 0x06;
    static final int LAYOUT = 0x08;
    static final int GROUP_INFO = 0x0a;
    static final int FILTERS = 0x0b;
    static final int ATTRIBUTE = 0x0c;
    static final int ATTRIBUTE_INFO = 0x15;
    private static final int VERSION = 2;
    private static final int FOUR_BYTES_OF_SIZE = 2;
    private static final int CONSTANT = 1;
    private static final int LONGEST_MESSAGE = 65_535;

    private final Bytes messages = new Bytes(256);
    private final Bytes message = new Bytes(256);

    /**
     * Adds a message.
     *
     * @throws IllegalArgumentException if it is longer than a header can hold
     */
    ObjectHeader add(int type, Consumer<Bytes> content) {
        message.clear();
        content.accept(message);
        if (message.size() > LONGEST_MESSAGE) {
            throw new IllegalArgumentException("a message of " + message.size()
                    + " bytes is more than an object header can hold (" + LONGEST_MESSAGE
                    + "); make a dataset of a long attribute");
        }
        messages.u8(type).u16(message.size()).u8(type == DATATYPE || type == FILL_VALUE ? CONSTANT : 0)
                .bytes(message.copy());
        return this;
    }

    /** All of it. */
    byte[] bytes() {
        return new Bytes(messages.size() + 16).u8('O').u8('H').u8('D').u8('R').u8(VERSION)
                .u8(FOUR_BYTES_OF_SIZE).u32(messages.size()).bytes(messages.copy()).checksum().copy();
    }
}
