package io.stimloop.gateway.record;

import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import io.stimloop.v1.Outcome;
import io.stimloop.v1.Present;
import io.stimloop.v1.RigMessage;
import io.stimloop.v1.ServerMessage;
import java.io.IOException;
import java.io.Writer;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the JSON mapping of each command and each outcome as one line, on a thread of its own. Whoever
 * calls never waits: when the disk fails or cannot keep up, the record ends there and the log says so, so
 * that what is in the file is the beginning of the experiment without a gap.
 */
final class TrialRecord implements AutoCloseable {
    /** Minutes of trials; a disk that is silent for longer is broken. */
    private static final int MOST_WAITING = 16_384;
    private static final long PATIENCE_MILLIS = 100;
    /** Stands behind the last line. */
    private static final Optional<Message> END = Optional.empty();
    private static final Logger LOG = LoggerFactory.getLogger(TrialRecord.class);
    private static final JsonFormat.Printer LINES = JsonFormat.printer().omittingInsignificantWhitespace();

    private final BlockingQueue<Optional<Message>> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final String name;
    private final Writer out;
    private final Thread thread;
    private volatile boolean broken;

    /**
     * Starts the thread.
     *
     * @param name of the file, for the log
     * @param out  closed by this record
     */
    TrialRecord(String name, Writer out) {
        this.name = name;
        this.out = out;
        thread = Thread.ofPlatform().daemon().name("record").start(this::write);
    }

    void add(Outcome outcome) {
        offer(RigMessage.newBuilder().setOutcome(outcome).build());
    }

    void add(Present command) {
        offer(ServerMessage.newBuilder().setPresent(command).build());
    }

    private void offer(Message line) {
        if (!broken && !waiting.offer(Optional.of(line))) {
            broken = true;
            LOG.error("{}: the disk cannot keep up; the record ends here, the experiment goes on", name);
        }
    }

    private void write() {
        try (out) {
            for (Optional<Message> line = waiting.take(); line.isPresent(); line = waiting.take()) {
                out.write(LINES.print(line.get()));
                out.write('\n');
                if (waiting.isEmpty()) {
                    out.flush();
                }
            }
        } catch (IOException failure) {
            broken = true;
            LOG.error("{}: cannot be written; the record ends here, the experiment goes on", name, failure);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** Writes what waits, then closes the file. */
    @Override
    public void close() {
        try {
            boolean ending = false;
            while (!ending && thread.isAlive()) {
                ending = waiting.offer(END, PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            }
            thread.join();
        } catch (InterruptedException stopping) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
    }
}
