package io.stimloop.inference.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A trial leaves little to the garbage collector, however many cells the grid has. Measured in a JVM without
 * the Vector API: the kernels' plain twins allocate the same interpreted and compiled, whereas vectors are
 * objects until the compiler has done away with them.
 */
final class AllocationTest {
    /** For streams and small objects; one double for each cell of the smallest grid would be six times as much. */
    private static final long BYTES_PER_CALL = 4096;

    @Test
    void aTrialAllocatesNothingOfTheSizeOfTheGrid() throws IOException, InterruptedException {
        List<String> lines = probe();
        assumeFalse(lines.contains(AllocationProbe.UNSUPPORTED),
                "this JVM does not count the bytes that a thread allocates");
        assertThat(lines).hasSizeGreaterThan(40).allSatisfy(line -> {
            String bytes = line.substring(line.indexOf('\t') + 1);
            assertThat(Long.parseLong(bytes)).as(line).isLessThan(BYTES_PER_CALL);
        });
    }

    private static List<String> probe() throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"),
                AllocationProbe.class.getName()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output.lines().toList();
    }
}
