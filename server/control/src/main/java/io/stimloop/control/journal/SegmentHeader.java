package io.stimloop.control.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/**
 * What a segment begins with: magic 8 | version u16 | header bytes u16 | number u32 | id u64 | size u64 | sequence u64 |
 * previous u32 | zeros | crc32c u32 of all before it.
 *
 * @param version  of the format
 * @param number   of the segment, from 1
 * @param id       of the journal
 * @param size     of the segment in bytes, header included
 * @param sequence of the last record before it
 * @param previous crc of the last frame before it
 */
record SegmentHeader(int version, int number, long id, long size, long sequence, int previous) {
    /** Of what is written; every older one is read. */
    static final int VERSION = 1;
    static final int BYTES = 64;

    private static final byte[] MAGIC = "STIMJRNL".getBytes(StandardCharsets.US_ASCII);
    private static final int CRC_AT = BYTES - Integer.BYTES;
    private static final Pattern NAME = Pattern.compile("(\\d{6})\\.journal");

    /** The name of a segment's file. */
    static String name(int number) {
        return String.format("%06d.journal", number);
    }

    /** The number in a file's name; 0 where it is no segment. */
    static int number(String name) {
        Matcher matcher = NAME.matcher(name);
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    /** As bytes, ready to be written. */
    ByteBuffer bytes() {
        ByteBuffer out = ByteBuffer.allocate(BYTES);
        out.put(MAGIC).putShort((short) version).putShort((short) BYTES).putInt(number).putLong(id)
                .putLong(size)
                .putLong(sequence).putInt(previous);
        return out.putInt(CRC_AT, crc(out)).position(0).limit(BYTES);
    }

    /**
     * Reads a header.
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    static SegmentHeader read(ByteBuffer in) {
        require(in.limit() >= BYTES, "it has " + in.limit() + " bytes, a header has " + BYTES);
        byte[] magic = new byte[MAGIC.length];
        in.get(0, magic);
        require(Arrays.equals(magic, MAGIC), "it does not begin as a segment of a journal does");
        int version = Short.toUnsignedInt(in.getShort(8));
        require(in.getInt(CRC_AT) == crc(in), "the checksum of the header does not fit");
        require(version >= 1 && version <= VERSION, "it has format version " + version
                + ", this program knows those up to " + VERSION);
        long size = in.getLong(24);
        require(size >= BYTES && size <= Integer.MAX_VALUE && size % Frame.ALIGNMENT == 0,
                "it says that it has " + size + " bytes");
        return new SegmentHeader(version, in.getInt(12), in.getLong(16), size, in.getLong(32), in.getInt(40));
    }

    private static void require(boolean right, String otherwise) {
        if (!right) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    private static int crc(ByteBuffer buffer) {
        CRC32C crc = new CRC32C();
        crc.update(buffer.slice(0, CRC_AT));
        return (int) crc.getValue();
    }
}
