package io.stimloop.control.journal;

import com.google.protobuf.MessageLite;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Writes frames into segments, and makes the next segment when one is full. Frames are gathered in memory until
 * {@link #write}; what is written is durable after {@link #sync}. Of no use after the first exception. Not thread safe.
 */
final class SegmentLog {
    private static final int GATHERED = 1 << 16;
    /** A full segment has room for its seal. */
    private static final int SEAL = Frame.HEADER;

    private final Disk disk;
    private final JournalSettings settings;
    private final long id;
    private final FrameWriter frames;
    private DiskFile file;
    private @Nullable NextSegment next;
    private ByteBuffer gathered = ByteBuffer.allocate(GATHERED);
    private int number;
    private int size;
    private int position;
    private long sequence;
    private long written;
    private long durable;

    private SegmentLog(Disk disk, JournalSettings settings, Tail tail, DiskFile file) {
        this.disk = disk;
        this.settings = settings;
        this.file = file;
        id = tail.id();
        frames = new FrameWriter(id, tail.chain());
        number = tail.number();
        size = tail.size();
        position = tail.position();
        sequence = tail.sequence();
        written = sequence;
        durable = sequence;
    }

    /**
     * Makes the first segment.
     *
     * @param id    of the journal
     * @param bytes of the first record
     */
    static SegmentLog create(Disk disk, JournalSettings settings, long id, int bytes) throws IOException {
        removeLeftover(disk);
        int size = sizeFor(settings.firstSegmentBytes(), Frame.bytes(bytes));
        DiskFile file = NextSegment.begin(disk, size)
                .use(new SegmentHeader(SegmentHeader.VERSION, 1, id, size, 0, 0));
        return new SegmentLog(disk, settings, new Tail(id, 1, size, SegmentHeader.BYTES, 0, 0, 0), file);
    }

    /** Goes on at the end of what was read; all of it is durable then, and nothing is behind it. */
    static SegmentLog resume(Disk disk, JournalSettings settings, Reading reading) throws IOException {
        Tail tail = reading.tail();
        if (reading.emptySuccessor()) {
            disk.delete(SegmentHeader.name(tail.number() + 1));
        }
        removeLeftover(disk);
        disk.syncFolder();
        DiskFile file = disk.open(SegmentHeader.name(tail.number()));
        int cut = Math.toIntExact(reading.report().cutBytes());
        file.write(tail.position(), ByteBuffer.allocate(cut));
        file.sync();
        return new SegmentLog(disk, settings, tail, file);
    }

    private static void removeLeftover(Disk disk) throws IOException {
        if (disk.list().contains(NextSegment.NAME)) {
            disk.delete(NextSegment.NAME);
        }
    }

    /** Room for the frame at least, and for what is to follow it. */
    private static int sizeFor(int usual, int frame) {
        return Math.max(usual, Math.addExact(SegmentHeader.BYTES + 2 * Frame.HEADER + SEAL, frame));
    }

    /** Gathers a record. */
    void add(MessageLite record) throws IOException {
        int bytes = Frame.bytes(record.getSerializedSize());
        makeRoom(bytes);
        sequence++;
        frames.add(gathered, record, sequence, durable);
    }

    private void add(FrameKind kind) throws IOException {
        makeRoom(Frame.HEADER);
        frames.add(gathered, kind, sequence, durable);
    }

    private void makeRoom(int bytes) throws IOException {
        if (size - position - gathered.position() < bytes + SEAL) {
            goOnInNext(bytes);
        }
        if (gathered.remaining() < bytes) {
            write();
            if (gathered.capacity() < bytes) {
                gathered = ByteBuffer.allocate(bytes);
            }
        }
    }

    /** Whether it is time to write what is gathered. */
    boolean muchGathered() {
        return gathered.position() >= GATHERED / 2;
    }

    /** Writes what is gathered, if anything, at once. */
    void write() throws IOException {
        int count = gathered.position();
        if (count > 0) {
            file.write(position, gathered.flip());
            position += count;
            gathered.clear();
            written = sequence;
        }
    }

    /** Makes what was written durable, and says so in the journal. */
    void sync() throws IOException {
        file.sync();
        durable = written;
        add(FrameKind.MARK);
        write();
    }

    /** Says that the journal was closed; everything is durable already. */
    void endInOrder() throws IOException {
        add(FrameKind.CLOSED);
        write();
        file.sync();
    }

    /**
     * The next segment is on the disk before this one is sealed, so that a seal without a next segment means that one was
     * lost; and this one is on the disk before anything is written to the next.
     */
    private void goOnInNext(int bytes) throws IOException {
        write();
        int wanted = sizeFor(settings.segmentBytes(), bytes);
        NextSegment successor = next != null && next.size() >= wanted ? next : begin(wanted);
        frames.add(gathered, FrameKind.SEAL, sequence, durable);
        SegmentHeader header = new SegmentHeader(SegmentHeader.VERSION, number + 1, id, successor.size(),
                sequence,
                frames.chain());
        DiskFile following = successor.use(header);
        next = null;
        write();
        file.sync();
        durable = written;
        file.close();
        file = following;
        number++;
        size = successor.size();
        position = SegmentHeader.BYTES;
    }

    private NextSegment begin(int wanted) throws IOException {
        if (next != null) {
            next.close();
            disk.delete(NextSegment.NAME);
        }
        next = NextSegment.begin(disk, wanted);
        return next;
    }

    /** Whether there is something to be done for the next segment: from a quarter of this one on. */
    boolean wantsNext() {
        return position > size / 4 && (next == null || !next.ready());
    }

    /** Does a little of it. */
    void prepareNext() throws IOException {
        NextSegment successor = next == null ? begin(settings.segmentBytes()) : next;
        successor.prepareSome();
    }

    /** Number of the last record. */
    long sequence() {
        return sequence;
    }

    /** The last record that was written. */
    long written() {
        return written;
    }

    /** The last record that is on the disk for sure. */
    long durable() {
        return durable;
    }

    void close() throws IOException {
        file.close();
        if (next != null) {
            next.close();
        }
    }
}
