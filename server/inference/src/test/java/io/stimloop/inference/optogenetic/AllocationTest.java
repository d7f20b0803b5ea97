package io.stimloop.inference.optogenetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * A trial leaves little to the garbage collector; measured in a JVM whose kernels are the plain twins, which allocate
 * their lanes until they are compiled. The belief that is measured takes 50,000 bytes.
 */
class AllocationTest {
    @Test
    void aTrialAllocatesNextToNothing() throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"),
                AllocationProbe.class.getName()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        assertThat(Long.parseLong(output.strip())).as("bytes").isLessThan(4096);
    }
}
