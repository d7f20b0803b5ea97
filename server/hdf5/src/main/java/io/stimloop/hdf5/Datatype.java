package io.stimloop.hdf5;

import java.nio.charset.StandardCharsets;

/** What the elements of a dataset or an attribute are. Numbers are little-endian. */
public enum Datatype {
    /** 8 bits without sign. */
    UINT8(1) {
        @Override
        void describe(Bytes out) {
            integer(out, 0, 1);
        }
    },
    /** 32 bits with sign. */
    INT32(4) {
        @Override
        void describe(Bytes out) {
            integer(out, SIGNED, 4);
        }
    },
    /** 64 bits with sign. */
    INT64(8) {
        @Override
        void describe(Bytes out) {
            integer(out, SIGNED, 8);
        }
    },
    /** IEEE 754 single. */
    FLOAT32(4) {
        @Override
        void describe(Bytes out) {
            floating(out, 4, 8, 23, 127);
        }
    },
    /** IEEE 754 double. */
    FLOAT64(8) {
        @Override
        void describe(Bytes out) {
            floating(out, 8, 11, 52, 1023);
        }
    },
    /** FALSE and TRUE, an enumeration of 8 bits, as h5py and PyTables have it. */
    BOOLEAN(1) {
        @Override
        void describe(Bytes out) {
            out.u8(VERSION_1 | 8).u16(2).u8(0).u32(1);
            integer(out, SIGNED, 1);
            out.bytes("FALSE\0\0\0TRUE\0\0\0\0".getBytes(StandardCharsets.US_ASCII)).u8(0).u8(1);
        }
    },
    /** UTF-8 of any length. */
    STRING(16) {
        @Override
        void describe(Bytes out) {
            // Class 9, a string (1) that ends with a zero in memory, in UTF-8 (1).
            out.u8(VERSION_1 | 9).u16(1 | 1 << 8).u8(0).u32(16);
            integer(out, 0, 1);
        }
    },
    /** Where another object of the file is. */
    REFERENCE(8) {
        @Override
        void describe(Bytes out) {
            out.u8(VERSION_1 | 7).u16(0).u8(0).u32(8);
        }
    };

    private static final int VERSION_1 = 1 << 4;
    private static final int SIGNED = 1 << 3;
    private static final int LEADING_ONE_IMPLIED = 2 << 4;

    private final int size;

    Datatype(int size) {
        this.size = size;
    }

    /** Of an element in the file, in bytes. */
    int size() {
        return size;
    }

    /** Writes the datatype message. */
    abstract void describe(Bytes out);

    private static void integer(Bytes out, int sign, int bytes) {
        out.u8(VERSION_1).u8(sign).u16(0).u32(bytes).u16(0).u16(8 * bytes);
    }

    private static void floating(Bytes out, int bytes, int exponent, int mantissa, int bias) {
        int bits = 8 * bytes;
        out.u8(VERSION_1 | 1).u8(LEADING_ONE_IMPLIED).u8(bits - 1).u8(0).u32(bytes).u16(0).u16(bits)
                .u8(mantissa).u8(exponent).u8(0).u8(mantissa).u32(bias);
    }
}
