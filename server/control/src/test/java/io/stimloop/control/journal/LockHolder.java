package io.stimloop.control.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/** A process that holds the lock of a folder until it is killed, or says why it cannot. */
final class LockHolder {
    private LockHolder() {}

    public static void main(String[] folder) throws IOException, InterruptedException {
        try (Closeable held = new FileDisk(Path.of(folder[0])).lock("the other one")) {
            System.out.println(held == null ? "free" : "held");
            Thread.sleep(60_000);
        } catch (JournalHeld elsewhere) {
            System.out.println(elsewhere.getMessage());
        }
    }
}
