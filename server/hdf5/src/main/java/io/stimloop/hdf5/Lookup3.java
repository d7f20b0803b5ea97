package io.stimloop.hdf5;

/** The checksum of HDF5's metadata: Bob Jenkins' lookup3, hashlittle, with 0 to begin with. */
final class Lookup3 {
    private static final int SEED = 0xdeadbeef;
    private static final int BLOCK = 12;

    private Lookup3() {}

    /** Of the first bytes of an array. */
    static int hash(byte[] bytes, int length) {
        int a = SEED + length;
        int b = a;
        int c = a;
        int at = 0;
        while (length - at > BLOCK) {
            a += word(bytes, at, length);
            b += word(bytes, at + 4, length);
            c += word(bytes, at + 8, length);
            a = (a - c) ^ Integer.rotateLeft(c, 4);
            c += b;
            b = (b - a) ^ Integer.rotateLeft(a, 6);
            a += c;
            c = (c - b) ^ Integer.rotateLeft(b, 8);
            b += a;
            a = (a - c) ^ Integer.rotateLeft(c, 16);
            c += b;
            b = (b - a) ^ Integer.rotateLeft(a, 19);
            a += c;
            c = (c - b) ^ Integer.rotateLeft(b, 4);
            b += a;
            at += BLOCK;
        }
        if (at == length) {
            return c;
        }
        return last(a + word(bytes, at, length), b + word(bytes, at + 4, length),
                c + word(bytes, at + 8, length));
    }

    private static int last(int first, int second, int third) {
        int a = first;
        int b = second;
        int c = (third ^ b) - Integer.rotateLeft(b, 14);
        a = (a ^ c) - Integer.rotateLeft(c, 11);
        b = (b ^ a) - Integer.rotateLeft(a, 25);
        c = (c ^ b) - Integer.rotateLeft(b, 16);
        a = (a ^ c) - Integer.rotateLeft(c, 4);
        b = (b ^ a) - Integer.rotateLeft(a, 14);
        return (c ^ b) - Integer.rotateLeft(b, 24);
    }

    /** Four bytes, the lowest first; what is past the end counts as 0. */
    private static int word(byte[] bytes, int at, int length) {
        int word = 0;
        for (int i = Math.min(4, length - at) - 1; i >= 0; i--) {
            word = word << 8 | (bytes[at + i] & 0xff);
        }
        return word;
    }
}
