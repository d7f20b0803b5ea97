package io.stimloop.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.google.protobuf.Duration;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * Debian's own Python with gRPC, as a rig author has it: python3-grpcio, protobuf-compiler and
 * protobuf-compiler-grpc. Scripts run in a folder of their own, with stubs made as the README says.
 */
final class DebianPython {
    private static final String PYTHON = "/usr/bin/python3";
    private static final String PLUGIN = "/usr/bin/grpc_python_plugin";
    private static final List<String> WELL_KNOWN = List.of("duration", "timestamp");
    private static final long TIMEOUT_SECONDS = 180;

    private final Path folder;

    private DebianPython(Path folder) {
        this.folder = folder;
    }

    /**
     * Makes the stubs in a folder with the README's own command. Skips the test where a package is absent;
     * fails it where STIMLOOP_REQUIRE lists {@code python}.
     */
    static DebianPython in(Path folder) throws IOException, InterruptedException {
        List<String> absent = absent();
        if (!absent.isEmpty()) {
            String message = "needs python: " + String.join(", ", absent)
                    + " (Debian packages python3-grpcio,"
                    + " protobuf-compiler and protobuf-compiler-grpc)";
            if (List.of(Objects.requireNonNullElse(System.getenv("STIMLOOP_REQUIRE"), "").split(","))
                    .contains("python")) {
                fail(message);
            }
            abort(message);
        }
        DebianPython python = new DebianPython(folder);
        python.makeStubs();
        return python;
    }

    private static List<String> absent() throws IOException, InterruptedException {
        List<String> absent = new ArrayList<>();
        for (String tool : List.of(PYTHON, "/usr/bin/protoc", PLUGIN)) {
            if (!Files.isExecutable(Path.of(tool))) {
                absent.add("no " + tool);
            }
        }
        if (absent.isEmpty() && new ProcessBuilder(PYTHON, "-c", "import grpc, google.protobuf")
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start()
                .waitFor() != 0) {
            absent.add(PYTHON + " cannot import grpc");
        }
        return absent;
    }

    /**
     * Runs the README's protoc command. The protos of durations and timestamps are put into the place of
     * the Debian package libprotobuf-dev, which a small image may lack; the library's jar has them too.
     */
    private void makeStubs() throws IOException, InterruptedException {
        Path wellKnown = Files.createDirectories(folder.resolve("include/google/protobuf"));
        for (String name : WELL_KNOWN) {
            try (InputStream proto = Duration.class
                    .getResourceAsStream("/google/protobuf/" + name + ".proto")) {
                Files.copy(Objects.requireNonNull(proto, name), wellKnown.resolve(name + ".proto"));
            }
        }
        String command = Readme.block("sh", "grpc_python_plugin").replace("sudo apt", "# sudo apt")
                .replace("-I proto", "-I proto -I " + folder.resolve("include"))
                .replace("stubs", folder.resolve("stubs").toString());
        run(Readme.root(), List.of("/bin/sh", "-e", "-c", command));
        assertThat(folder.resolve("stubs/stimloop/v1/rig_pb2_grpc.py")).exists();
    }

    /** Runs a script to its end, and is sure that it did not fail: the lines it printed. */
    List<String> run(String name, String script, String... arguments)
            throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve(name), script);
        List<String> command = new ArrayList<>(List.of(PYTHON, file.toString()));
        command.addAll(List.of(arguments));
        return run(folder, command);
    }

    private List<String> run(Path workingFolder, List<String> command)
            throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder, "run", ".out");
        ProcessBuilder builder = new ProcessBuilder(command).directory(workingFolder.toFile())
                .redirectErrorStream(true).redirectOutput(out.toFile());
        builder.environment().putAll(Map.of("PYTHONPATH", folder.resolve("stubs").toString(),
                "PYTHONDONTWRITEBYTECODE", "1", "no_grpc_proxy", "127.0.0.1"));
        Process process = builder.start();
        try {
            assertThat(process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS))
                    .as("%s ended in time; it printed%n%s", command, Files.readString(out)).isTrue();
            assertThat(process.exitValue()).as("%s printed%n%s", command, Files.readString(out)).isZero();
            return Files.readAllLines(out);
        } finally {
            process.destroyForcibly();
        }
    }
}
