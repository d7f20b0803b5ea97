package io.stimloop.control.journal;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * A segment read into memory.
 *
 * @param place  of the file, for messages
 * @param header checked by itself, and against the length of the file
 * @param bytes  all of it
 */
record SegmentFile(String place, SegmentHeader header, ByteBuffer bytes) {
    /**
     * Reads a segment whole.
     *
     * @param records before it, for messages
     * @throws JournalDamaged if its header is wrong, or not all of it is there
     */
    static SegmentFile read(Disk disk, String name, long records) throws IOException {
        String place = disk.place(name);
        try (DiskFile file = disk.openForReading(name)) {
            long size = file.size();
            SegmentHeader header = header(read(file, Math.min(size, SegmentHeader.BYTES)), place, records);
            if (header.size() != size) {
                throw new JournalDamaged(place, Math.min(size, header.size()), records,
                        "the file has " + size + " bytes and was made with " + header.size());
            }
            return new SegmentFile(place, header, read(file, size));
        }
    }

    private static SegmentHeader header(ByteBuffer bytes, String place, long records) throws JournalDamaged {
        try {
            return SegmentHeader.read(bytes);
        } catch (IllegalArgumentException wrong) {
            throw new JournalDamaged(place, 0, records, String.valueOf(wrong.getMessage()));
        }
    }

    private static ByteBuffer read(DiskFile file, long size) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(size));
        file.read(0, bytes);
        return bytes.flip();
    }
}
