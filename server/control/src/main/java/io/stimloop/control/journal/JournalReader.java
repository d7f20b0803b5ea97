package io.stimloop.control.journal;

import com.google.protobuf.InvalidProtocolBufferException;
import io.stimloop.v1.JournalRecord;
import java.io.IOException;
import java.util.List;

/**
 * Reads a journal and judges it. Changes nothing.
 *
 * <p>The end of a journal that was cut off by a crash or power loss is some bytes that were being written and are not
 * complete; none of them was durable, and they are left out. Whatever else is not as it was written is damage.
 */
public final class JournalReader {
    private final Disk disk;
    private final RecordVisitor visitor;
    private int number;
    private long id;
    private int chain;
    private long sequence;
    private long trial;

    private JournalReader(Disk disk, RecordVisitor visitor) {
        this.disk = disk;
        this.visitor = visitor;
    }

    /** Whether a folder holds a journal, in whatever state. */
    public static boolean isIn(Disk disk) throws IOException {
        return disk.list().stream().anyMatch(JournalReader::isSegment);
    }

    /**
     * Reads all records.
     *
     * @param visitor is shown them as they are read; if this then throws, they are of no use
     * @throws JournalDamaged saying what is wrong first, and where
     * @throws IOException    if there is no journal, or it cannot be read
     */
    public static RecoveryReport read(Disk disk, RecordVisitor visitor) throws IOException {
        return new JournalReader(disk, visitor).read().report();
    }

    /** Whether a file is a segment, by its name. */
    public static boolean isSegment(String name) {
        return SegmentHeader.number(name) > 0;
    }

    /**
     * Reads one segment by itself, whatever is before and after it.
     *
     * @return of its records; a sealed segment counts as closed
     * @throws JournalDamaged saying what is wrong first, and where
     */
    public static RecoveryReport readSegment(Disk disk, String name) throws IOException {
        JournalReader reader = new JournalReader(disk, (number, record) -> {});
        SegmentFile file = SegmentFile.read(disk, name, 0);
        reader.sequence = file.header().sequence();
        SegmentScan scan = reader.scan(file);
        if (scan.sealed()) {
            reader.requireNothingBehind(file, scan);
        } else {
            reader.requireNoWitness(file, scan);
        }
        return new RecoveryReport(1, reader.sequence - file.header().sequence(), reader.trial,
                scan.sealed() || scan.closed(), scan.unused());
    }

    /** Reads all records for one who is to write on. */
    static Reading reading(Disk disk, RecordVisitor visitor) throws IOException {
        return new JournalReader(disk, visitor).read();
    }

    private Reading read() throws IOException {
        List<String> names = disk.list().stream().filter(JournalReader::isSegment).toList();
        if (names.isEmpty()) {
            throw new IOException(disk.place("") + " holds no journal");
        }
        SegmentFile file = next(names.getFirst());
        SegmentScan scan = scan(file);
        boolean emptySuccessor = false;
        for (String name : names.subList(1, names.size())) {
            if (!scan.sealed()) {
                requireEmptyLast(file, scan, name, names.getLast());
                emptySuccessor = true;
                break;
            }
            requireNothingBehind(file, scan);
            file = next(name);
            scan = scan(file);
        }
        return end(file, scan, emptySuccessor);
    }

    private SegmentFile next(String name) throws IOException {
        SegmentFile file = SegmentFile.read(disk, name, sequence);
        SegmentHeader header = file.header();
        if (number == 0) {
            id = header.id();
        }
        number++;
        require(SegmentHeader.number(name) == number && header.number() == number, file.place(), 0,
                "this is segment " + header.number() + "; segment " + number
                        + " is missing or has another name");
        require(header.id() == id, file.place(), 0, "this segment belongs to another journal");
        require(header.previous() == chain && header.sequence() == sequence, file.place(), 0,
                "this segment does not follow what is in the one before");
        return file;
    }

    private SegmentScan scan(SegmentFile file) throws JournalDamaged {
        SegmentScan scan = new SegmentScan(file.bytes(), file.header());
        int at = scan.position();
        for (Frame frame = scan.next(); frame != null; frame = scan.next()) {
            if (frame.kind() == FrameKind.RECORD) {
                show(frame, file.place(), at);
            }
            at = scan.position();
        }
        chain = scan.chain();
        return scan;
    }

    private void show(Frame frame, String place, int at) throws JournalDamaged {
        try {
            JournalRecord record = JournalRecord.parseFrom(frame.payload());
            sequence = frame.sequence();
            if (record.hasTaken()) {
                trial = record.getTaken().getOutcome().getTrial();
            }
            visitor.visit(sequence, record);
        } catch (InvalidProtocolBufferException wrong) {
            throw new JournalDamaged(place, at, sequence, "this is no record: " + wrong.getMessage());
        }
    }

    /**
     * A segment is made before the one before it is sealed. If that is as far as it came, the next is the last and holds
     * nothing yet.
     */
    private void requireEmptyLast(SegmentFile file, SegmentScan scan, String name, String last)
            throws IOException {
        SegmentFile successor = SegmentFile.read(disk, name, sequence);
        SegmentHeader header = successor.header();
        boolean fits = name.equals(last) && SegmentHeader.number(name) == number + 1
                && header.number() == number + 1 && header.id() == id;
        require(fits && new SegmentScan(successor.bytes(), header).empty(), file.place(), scan.position(),
                "the segment is broken here, and " + name + " goes on");
    }

    private void requireNothingBehind(SegmentFile file, SegmentScan scan) throws JournalDamaged {
        require(scan.unused() == 0, file.place(), scan.position(),
                "something stands behind the end of the segment");
    }

    private Reading end(SegmentFile file, SegmentScan scan, boolean emptySuccessor) throws JournalDamaged {
        require(!scan.sealed(), file.place(), scan.position(),
                "the segment ends in good order, and the next, " + SegmentHeader.name(number + 1)
                        + ", is missing");
        requireNoWitness(file, scan);
        RecoveryReport report = new RecoveryReport(number, sequence, trial, scan.closed(), scan.unused());
        Tail tail = new Tail(id, number, file.bytes().limit(), scan.position(), chain, sequence, trial);
        return new Reading(report, tail, emptySuccessor);
    }

    private void requireNoWitness(SegmentFile file, SegmentScan scan) throws JournalDamaged {
        int witness = scan.witness();
        require(witness == 0, file.place(), scan.position(),
                "the record here was on the disk whole, says byte "
                        + witness + ", and is not whole any more");
    }

    private void require(boolean right, String place, int offset, String otherwise) throws JournalDamaged {
        if (!right) {
            throw new JournalDamaged(place, offset, sequence, otherwise);
        }
    }
}
