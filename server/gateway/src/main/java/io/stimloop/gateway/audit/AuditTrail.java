package io.stimloop.gateway.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what was done in a file, line by line, on a thread of its own: whoever tells it something never waits. The
 * first error of the disk ends it for good, so that nothing is kept after a gap that nobody can see. Thread safe.
 */
public final class AuditTrail implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AuditTrail.class);
    private static final int MOST_WAITING = 1_024;
    private static final long CLOSING_MILLIS = 2_000;
    private static final long POLL_MILLIS = 100;

    private final BlockingQueue<AuditEvent> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final AtomicLong dropped = new AtomicLong();
    private final RefusalBudget refusals;
    private final InstantSource clock;
    private final FileChannel file;
    private final Thread writer;
    private long lines;
    private String head;
    private volatile boolean broken;
    private volatile boolean closing;

    /**
     * Goes on with a file, or makes it, for its owner only. What a killed writer left of a last line is cut off.
     *
     * @throws IOException if it cannot be written, or what is in it is not as it was written
     */
    public AuditTrail(Path path, InstantSource clock) throws IOException {
        this.clock = clock;
        refusals = new RefusalBudget(clock);
        if (Files.notExists(path)) {
            Files.createFile(path,
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        file = FileChannel.open(path, StandardOpenOption.WRITE);
        lock(path);
        AuditCheck check = AuditCheck.of(path);
        if (!check.good()) {
            file.close();
            throw new FileSystemException(path.toString(), null, check.fault()
                    + "; keep the file for whoever looks into it, and move it away to start a new one");
        }
        lines = check.lines();
        head = check.head();
        if (check.tornBytes() > 0) {
            LOG.warn("{}: cut off {} bytes of a line that was not finished", path, check.tornBytes());
            file.truncate(check.goodBytes());
        }
        file.position(check.goodBytes());
        writer = Thread.ofPlatform().daemon().name("audit").start(this::write);
    }

    private void lock(Path path) throws IOException {
        try {
            if (file.tryLock() != null) {
                return;
            }
        } catch (OverlappingFileLockException here) {
            LOG.debug("locked by this process", here);
        }
        file.close();
        throw new FileSystemException(path.toString(), null,
                "is written by another server; give each its own --data folder");
    }

    /** Keeps an event. Returns whether it will be: false when too many wait, or the disk failed. */
    public boolean add(AuditEvent event) {
        return !broken && !closing && waiting.offer(event);
    }

    /** Keeps a refused attempt, of which there may be any number: beyond a few a second they are only counted. */
    public void addRefused(AuditEvent event) {
        if (!refusals.take() || !add(event)) {
            dropped.incrementAndGet();
        }
    }

    /** Whether an event told now would be kept. */
    public boolean ready() {
        return !broken && !closing && waiting.remainingCapacity() > 0;
    }

    /** Refused attempts that were counted and not kept, since the last line. */
    public long dropped() {
        return dropped.get();
    }

    private void write() {
        try {
            List<AuditEvent> batch = new ArrayList<>();
            while (!closing || !waiting.isEmpty()) {
                AuditEvent first = waiting.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
                if (first != null) {
                    batch.add(first);
                    waiting.drainTo(batch);
                    write(batch);
                    batch.clear();
                }
            }
        } catch (IOException | InterruptedException failure) {
            broken = true;
            waiting.clear();
            LOG.error("the audit trail cannot be written any more; what must be kept is refused from now on",
                    failure);
        }
    }

    private void write(List<AuditEvent> batch) throws IOException {
        StringBuilder text = new StringBuilder();
        for (AuditEvent event : batch) {
            AuditLine line = AuditLine.of(lines + 1, head, clock.instant(), event, dropped.getAndSet(0));
            lines++;
            head = line.hash();
            text.append(line.text()).append('\n');
        }
        ByteBuffer bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
        file.force(false);
    }

    /** Writes what waits, then closes the file. */
    @Override
    public void close() {
        closing = true;
        try {
            writer.join(CLOSING_MILLIS);
            file.close();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (IOException failure) {
            LOG.error("the audit trail could not be closed", failure);
        }
    }
}
