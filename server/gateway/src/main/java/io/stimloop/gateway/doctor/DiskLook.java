package io.stimloop.gateway.doctor;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/** How long the disk takes until a record survives power loss, and how much room it has. */
final class DiskLook {
    private static final int SYNCS = 60;
    private static final int RECORD_BYTES = 4_096;
    private static final long SLOW_NANOS = 50_000_000;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final long MEGABYTE = 1 << 20;
    /** As long as a journal may be begun, with some experiments to spare. */
    private static final long LITTLE_BYTES = 1_024 * MEGABYTE;

    private DiskLook() {}

    /** @param folder where a server would keep its journals; there */
    static List<Finding> findings(Path folder) {
        try {
            return List.of(sync(folder), space(folder, Files.getFileStore(folder).getUsableSpace()));
        } catch (IOException unwritable) {
            return List.of(Finding.failed("disk",
                    folder + ": cannot be written to (" + unwritable + "); name another with --data"));
        }
    }

    private static Finding sync(Path folder) throws IOException {
        Path file = Files.createTempFile(folder, "doctor", ".tmp");
        Histogram took = new Histogram(3);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (int i = 0; i < SYNCS; i++) {
                long begun = System.nanoTime();
                channel.write(ByteBuffer.allocate(RECORD_BYTES));
                channel.force(false);
                took.recordValue(System.nanoTime() - begun);
            }
        } finally {
            Files.delete(file);
        }
        return judged(folder, took);
    }

    static Finding judged(Path folder, Histogram took) {
        String detail = String.format(Locale.ROOT,
                "%s: 4 KiB are written and synced in %.2f ms at the median, %.2f at p99", folder,
                took.getValueAtPercentile(50) / NANOS_PER_MILLI,
                took.getValueAtPercentile(99) / NANOS_PER_MILLI);
        return took.getValueAtPercentile(99) < SLOW_NANOS
                ? Finding.ok("disk sync", detail)
                : Finding.warning("disk sync", detail + "; rigs hear late that their outcomes are durable");
    }

    static Finding space(Path folder, long freeBytes) {
        String detail = folder + ": " + freeBytes / MEGABYTE + " MiB free";
        return freeBytes > LITTLE_BYTES
                ? Finding.ok("disk space", detail)
                : Finding.warning("disk space", detail + "; an experiment halts when none is left");
    }
}
