package io.stimloop.hdf5;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Bytes that grow, little-endian. Not thread safe. */
final class Bytes {
    /** Stands for an address that there is not. */
    static final long NOWHERE = -1;

    private byte[] array;
    private ByteBuffer buffer;

    Bytes(int capacity) {
        array = new byte[Math.max(16, capacity)];
        buffer = over(array);
    }

    private static ByteBuffer over(byte[] array) {
        return ByteBuffer.wrap(array).order(ByteOrder.LITTLE_ENDIAN);
    }

    private ByteBuffer room(int bytes) {
        if (buffer.remaining() < bytes) {
            int at = buffer.position();
            array = Arrays.copyOf(array, Math.max(Math.addExact(at, bytes), 2 * array.length));
            buffer = over(array).position(at);
        }
        return buffer;
    }

    Bytes u8(int value) {
        room(Byte.BYTES).put((byte) value);
        return this;
    }

    Bytes u16(int value) {
        room(Short.BYTES).putShort((short) value);
        return this;
    }

    Bytes u32(long value) {
        room(Integer.BYTES).putInt((int) value);
        return this;
    }

    Bytes u64(long value) {
        room(Long.BYTES).putLong(value);
        return this;
    }

    Bytes bytes(byte[] values) {
        room(values.length).put(values);
        return this;
    }

    Bytes zeros(int count) {
        return bytes(new byte[count]);
    }

    /** As many zeros as bring the size to a multiple. */
    Bytes alignTo(int multiple) {
        return zeros(Math.floorMod(-size(), multiple));
    }

    int size() {
        return buffer.position();
    }

    void clear() {
        buffer.clear();
    }

    /** What was written; not to be modified. */
    byte[] array() {
        return array;
    }

    byte[] copy() {
        return Arrays.copyOf(array, size());
    }

    /** Appends the checksum of all before it. */
    Bytes checksum() {
        return u32(Lookup3.hash(array, size()));
    }
}
