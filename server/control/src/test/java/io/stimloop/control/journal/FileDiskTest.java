package io.stimloop.control.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileDiskTest {
    @TempDir
    Path folder;
    private FileDisk disk;

    @BeforeEach
    void disk() {
        disk = new FileDisk(folder);
    }

    @Test
    void makesItsFolderAndThoseAbove() throws IOException {
        Path deep = folder.resolve("a").resolve("b");
        FileDisk.create(deep).create("x").close();

        assertThat(deep.resolve("x")).exists();
        assertThatThrownBy(() -> FileDisk.create(deep)).isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void readsWhereItWasWritten() throws IOException {
        DiskFile file = disk.create("x");
        file.write(5, ByteBuffer.wrap(new byte[]{1, 2, 3}));
        ByteBuffer into = ByteBuffer.allocate(10);
        file.read(6, into);

        assertThat(into.position()).isEqualTo(2);
        assertThat(into.array()).startsWith(2, 3, 0);
        assertThat(file.size()).isEqualTo(8);
        ByteBuffer exact = ByteBuffer.allocate(2);
        file.read(5, exact);
        assertThat(exact.array()).containsExactly(1, 2);
    }

    @Test
    void isOfNoUseWhenItIsClosed() throws IOException {
        DiskFile file = disk.create("x");
        file.close();

        assertThatThrownBy(file::sync).isInstanceOf(ClosedChannelException.class);
        assertThatThrownBy(() -> file.write(0, ByteBuffer.allocate(1)))
                .isInstanceOf(ClosedChannelException.class);
    }

    @Test
    void renamesAndDeletes() throws IOException {
        disk.create("b").close();
        disk.create("c").close();
        disk.rename("c", "a");
        assertThat(disk.list()).containsExactly("a", "b");
        disk.delete("b");
        disk.syncFolder();

        assertThat(disk.list()).containsExactly("a");
        assertThatThrownBy(() -> disk.create("a")).isInstanceOf(FileAlreadyExistsException.class);
        assertThatThrownBy(() -> disk.open("b")).isInstanceOf(NoSuchFileException.class);
        assertThat(disk.freeBytes()).isPositive();
        assertThat(disk.place("a")).isEqualTo(folder.resolve("a").toString());
    }

    @Test
    void cannotSyncAFolderThatIsGone() throws IOException {
        FileDisk gone = FileDisk.create(folder.resolve("gone"));
        Files.delete(folder.resolve("gone"));

        assertThatThrownBy(gone::syncFolder).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void namesWhoeverHoldsTheLock() throws IOException {
        disk.lock("somebody with a long name").close();
        try (Closeable held = disk.lock("process 7")) {
            assertThat(held).isNotNull();
            assertThatThrownBy(() -> disk.lock("process 8")).isInstanceOf(JournalHeld.class).hasMessage(folder
                    + " is in use by this very process (process 7); two servers cannot share a journal");
        }
        disk.lock("process 8").close();
    }

    private Process another() throws IOException {
        return new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-cp",
                System.getProperty("java.class.path"), LockHolder.class.getName(), folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    @Test
    void isKeptOutByAnotherProcess() throws IOException {
        Process other = another();
        try {
            assertThat(other.inputReader(StandardCharsets.UTF_8).readLine()).isEqualTo("held");
            assertThatThrownBy(() -> disk.lock("me")).isInstanceOf(JournalHeld.class)
                    .hasMessage(folder + " is in use by the other one; two servers cannot share a journal");
        } finally {
            other.destroyForcibly();
        }
        assertThat(other.onExit().join().isAlive()).isFalse();
        disk.lock("me").close();
    }

    @Test
    void keepsAnotherProcessOutEvenAfterItWasAskedTwice() throws IOException {
        Closeable held = disk.lock("me");
        assertThatThrownBy(() -> disk.lock("me again")).isInstanceOf(JournalHeld.class);
        Process other = another();
        try {
            assertThat(other.inputReader(StandardCharsets.UTF_8).readLine())
                    .isEqualTo(folder + " is in use by me; two servers cannot share a journal");
        } finally {
            other.destroyForcibly();
        }
        held.close();
    }
}
