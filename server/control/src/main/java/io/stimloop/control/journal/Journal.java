package io.stimloop.control.journal;

import io.stimloop.v1.JournalRecord;
import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * The journal of one experiment, open for appending. Appending only puts a record where the journal's thread finds it;
 * that thread writes, syncs and tells its {@link JournalListener} how far it came. Thread safe.
 *
 * <pre>
 * Journal journal = Journal.create(setup, List.of(opened).iterator(), listener);
 * journal.append(record);     // on the way of a trial: takes no lock, wakes nobody
 * journal.kick();             // when the command has left
 * journal.close();            // everything is on the disk
 *
 * try (Recovery recovery = Journal.recover(setup, visitor)) {
 *     journal = recovery.resume(listener);
 * }
 * </pre>
 */
public final class Journal implements AutoCloseable {
    private final Committer committer;
    private final JournalDriver driver;

    private Journal(Committer committer, JournalDriver driver) {
        this.committer = committer;
        this.driver = driver;
    }

    /**
     * Begins a journal, and returns when its first records survive power loss.
     *
     * @param opening at least one record; taken one by one, so that they need not fit into memory together
     * @throws JournalHeld if someone else is in this folder
     * @throws IOException if there is a journal in the folder, too little space, or the disk fails
     */
    public static Journal create(JournalSetup setup, Iterator<JournalRecord> opening,
            JournalListener listener)
            throws IOException {
        Closeable lock = setup.disk().lock(setup.holder());
        try {
            requireRoom(setup);
            JournalRecord first = opening.next();
            SegmentLog log = SegmentLog.create(setup.disk(), setup.settings(), id(first),
                    first.getSerializedSize());
            log.add(first);
            while (opening.hasNext()) {
                log.add(opening.next());
            }
            log.write();
            log.sync();
            return open(setup, new OpenLog(log, lock, setup.disk(), 0), listener);
        } catch (IOException | RuntimeException failure) {
            lock.close();
            throw failure;
        }
    }

    private static void requireRoom(JournalSetup setup) throws IOException {
        if (JournalReader.isIn(setup.disk())) {
            throw new IOException(setup.disk().place("") + " holds a journal already");
        }
        long free = setup.disk().freeBytes();
        if (free < setup.settings().leastFreeBytes()) {
            throw new IOException(setup.disk().place("") + ": " + free + " bytes are free, a journal needs "
                    + setup.settings().leastFreeBytes() + " to begin with");
        }
    }

    /** Differs between journals whose first records differ. */
    private static long id(JournalRecord first) {
        byte[] bytes = first.toByteArray();
        CRC32 high = new CRC32();
        high.update(bytes);
        CRC32C low = new CRC32C();
        low.update(bytes);
        return high.getValue() << Integer.SIZE | low.getValue();
    }

    /**
     * Reads a journal to go on with it. Changes nothing yet, but keeps others out.
     *
     * @param visitor is shown all records
     * @throws JournalDamaged if something is wrong that a crash does not explain: the journal must not be gone on with
     * @throws JournalHeld    if someone else is in this folder
     * @throws IOException    if there is no journal in the folder, or it cannot be read
     */
    public static Recovery recover(JournalSetup setup, RecordVisitor visitor) throws IOException {
        Closeable lock = setup.disk().lock(setup.holder());
        try {
            return new Recovery(setup, JournalReader.reading(setup.disk(), visitor), lock);
        } catch (IOException | RuntimeException failure) {
            lock.close();
            throw failure;
        }
    }

    static Journal open(JournalSetup setup, OpenLog log, JournalListener listener) {
        Committer committer = new Committer(log, setup.settings(), listener, setup.nanoClock());
        setup.driver().start(committer);
        return new Journal(committer, setup.driver());
    }

    /**
     * Appends a record. It is written soon, and at once after {@link #kick}.
     *
     * @return its number; 0 if it was not appended, because the journal has failed, which the listener knows, or is closed
     */
    public long append(JournalRecord record) {
        return committer.append(record);
    }

    /** Has what was appended written now. Does not wait. */
    public void kick() {
        driver.wake();
    }

    /** The last trial whose outcome survives the end of this process; 0: none. */
    public long acceptedTrial() {
        return committer.acceptedTrial();
    }

    /** The last trial whose outcome survives power loss; 0: none. */
    public long durableTrial() {
        return committer.durableTrial();
    }

    /** Whether it is of no use any more. */
    public boolean failed() {
        return committer.failed();
    }

    /**
     * Writes what was appended before, and returns when it is on the disk, or the journal has failed. Not to be called by
     * the listener.
     */
    @Override
    public void close() {
        committer.beginClosing();
        driver.wake();
        driver.join();
    }
}
