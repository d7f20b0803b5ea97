package io.stimloop.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** HDF5's own library, as Debian has it: in Python (python3-h5py) and in h5dump (hdf5-tools). */
final class H5py {
    private static final String PYTHON = "/usr/bin/python3";
    private static final String H5DUMP = "/usr/bin/h5dump";
    private static final long TIMEOUT_SECONDS = 120;

    private H5py() {}

    /** Skips the test where a program is absent; fails it where STIMLOOP_REQUIRE lists {@code h5py}. */
    static void require() throws IOException, InterruptedException {
        boolean there = Files.isExecutable(Path.of(PYTHON)) && Files.isExecutable(Path.of(H5DUMP))
                && new ProcessBuilder(PYTHON, "-c", "import h5py")
                        .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start()
                        .waitFor() == 0;
        if (!there) {
            String message = "needs h5py: Debian packages python3-h5py and hdf5-tools";
            if (Arrays.asList(System.getenv().getOrDefault("STIMLOOP_REQUIRE", "").split(","))
                    .contains("h5py")) {
                fail(message);
            }
            abort(message);
        }
    }

    /**
     * Runs a script to its end, and is sure that it did not fail.
     *
     * @return what it printed
     */
    static String run(Path folder, String script, Object... arguments)
            throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("script.py"), script, StandardCharsets.UTF_8);
        return run(folder,
                Stream.concat(Stream.of(PYTHON, file.toString()),
                        Arrays.stream(arguments).map(String::valueOf))
                        .toList());
    }

    /** What h5dump makes of a file; it reads all of it. */
    static String dump(Path folder, Path file) throws IOException, InterruptedException {
        return run(folder, List.of(H5DUMP, file.toString()));
    }

    private static String run(Path folder, List<String> command) throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder, "run", ".out");
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(out.toFile());
        builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        Process process = builder.start();
        try {
            assertThat(process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)).as("%s ended in time", command)
                    .isTrue();
            String printed = Files.readString(out);
            assertThat(process.exitValue()).as("%s printed%n%s", command, printed).isZero();
            return printed;
        } finally {
            process.destroyForcibly();
        }
    }
}
