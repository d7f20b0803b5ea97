package io.stimloop.gateway.record;

import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import io.stimloop.v1.Maintained;
import io.stimloop.v1.NeuronChange;
import io.stimloop.v1.Outcome;
import io.stimloop.v1.Present;
import io.stimloop.v1.RecordedEvent;
import io.stimloop.v1.RigMessage;
import io.stimloop.v1.ServerMessage;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the JSON mapping of each command, outcome and change of the belief between trials as one line, on a thread of its own. Whoever
 * calls never waits: when the disk fails or cannot keep up, the record ends there and the log says so, so
 * that what is in the file is the beginning of the experiment without a gap.
 */
final class TrialRecord implements AutoCloseable {
    /** Minutes of trials; a disk that is silent for longer is ended. */
    private static final int MOST_WAITING = 16_384;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    /** Stands behind the last line. */
    private static final Optional<Message> END = Optional.empty();
    private static final Logger LOG = LoggerFactory.getLogger(TrialRecord.class);
    private static final JsonFormat.Printer LINES = JsonFormat.printer().omittingInsignificantWhitespace();

    private final BlockingQueue<Optional<Message>> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Path file;
    private final Writer out;
    private final Thread thread;
    private volatile boolean ended;

    /**
     * Starts the thread.
     *
     * @param file where it is written
     * @param out  to the file; closed by this record
     */
    TrialRecord(Path file, Writer out) {
        this.file = file;
        this.out = out;
        thread = Thread.ofPlatform().daemon().name("record").start(this::write);
    }

    void add(Outcome outcome) {
        offer(RigMessage.newBuilder().setOutcome(outcome).build());
    }

    void add(Present command) {
        offer(ServerMessage.newBuilder().setPresent(command).build());
    }

    void add(Maintained maintained) {
        offer(RecordedEvent.newBuilder().setMaintained(maintained).build());
    }

    void add(NeuronChange change) {
        offer(RecordedEvent.newBuilder().setNeuronsChanged(change).build());
    }

    private void offer(Message line) {
        if (!ended && !waiting.offer(Optional.of(line))) {
            ended = true;
            LOG.error("{}: the disk cannot keep up; the record ends here, the experiment goes on", file);
        }
    }

    private void write() {
        long lines = 0;
        try (out) {
            for (Optional<Message> line = waiting.take(); line.isPresent(); line = waiting.take()) {
                out.write(LINES.print(line.get()));
                out.write('\n');
                lines++;
                if (waiting.isEmpty()) {
                    out.flush();
                }
            }
            if (lines == 0) {
                removeEmpty();
            }
        } catch (IOException failure) {
            ended = true;
            LOG.error("{}: cannot be written; the record ends here, the experiment goes on", file, failure);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** An experiment that has no journal and no trial leaves no record, so that its id can be used again. */
    private void removeEmpty() throws IOException {
        Path spec = file.resolveSibling(TrialRecords.SPEC);
        Path folder = file.toAbsolutePath().getParent();
        try (Stream<Path> others = Files.list(folder)) {
            if (Files.size(file) > 0 || others.count() > 2) {
                return;
            }
        }
        Files.delete(file);
        Files.delete(spec);
        Files.delete(folder);
    }

    /** Takes no more; what waits is written behind the caller's back. Does not wait. */
    void end() {
        ended = true;
        if (!waiting.offer(END)) {
            thread.interrupt();
        }
    }

    /** Writes what waits, then closes the file. */
    @Override
    public void close() {
        end();
        try {
            thread.join(LONGEST_WAIT);
        } catch (InterruptedException stopping) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
    }
}
