package io.stimloop.gateway.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.gateway.doctor.Finding.Status;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a machine must be like to be found well. */
class FindingsTest {
    private static final List<String> LAUNCHER = List.of("-XX:+UseZGC", "-XX:+AlwaysPreTouch",
            "-XX:+ExitOnOutOfMemoryError");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void theOptionsOfTheLauncherAreWellAndWhatIsMissingIsNamed() {
        assertThat(JavaLook.options(LAUNCHER, "ZGC Minor Pauses", 2L << 30, true).status())
                .isEqualTo(Status.OK);
        Finding bare = JavaLook.options(List.of(), "G1 Young Generation", 512L << 20, false);
        assertThat(bare.status()).isEqualTo(Status.WARNING);
        assertThat(bare.detail()).contains("heap 512 MiB, G1 Young Generation", "-XX:+UseZGC",
                "-XX:+ExitOnOutOfMemoryError", "-XX:+AlwaysPreTouch", "jdk.incubator.vector", "-Xmx2g");
    }

    @Test
    void oneProcessorABusyOneAndASleepyOneAreWarnedOf() {
        assertThat(MachineLook.processors(2, "Linux").status()).isEqualTo(Status.OK);
        assertThat(MachineLook.processors(1, "Linux").status()).isEqualTo(Status.WARNING);
        assertThat(MachineLook.load(0.9, 2).status()).isEqualTo(Status.OK);
        assertThat(MachineLook.load(1.0, 2)).isEqualTo(new Finding("load", Status.WARNING,
                "1.00 in the last minute; something else uses the processors, so that commands may be late"));
        assertThat(MachineLook.governor(Optional.empty()).status()).isEqualTo(Status.OK);
        assertThat(MachineLook.governor(Optional.of("performance")).status()).isEqualTo(Status.OK);
        assertThat(MachineLook.governor(Optional.of("powersave")).status()).isEqualTo(Status.WARNING);
        assertThat(MachineLook.clock(Optional.of("tsc")).status()).isEqualTo(Status.OK);
        assertThat(MachineLook.clock(Optional.of("hpet")).status()).isEqualTo(Status.WARNING);
    }

    @Test
    void aTimerAndADiskAreJudgedByTheirP99() {
        assertThat(TimerLook.judged(all(99, 100_000, 1, 6_000_000)).status()).isEqualTo(Status.OK);
        assertThat(TimerLook.judged(all(90, 100_000, 10, 6_000_000)).status()).isEqualTo(Status.WARNING);
        assertThat(DiskLook.judged(folder, all(90, 2_000_000, 10, 20_000_000)).status())
                .isEqualTo(Status.OK);
        assertThat(DiskLook.judged(folder, all(90, 2_000_000, 10, 90_000_000)).detail())
                .contains("2.00 ms at the median, 90", "durable");
        assertThat(DiskLook.space(folder, 2L << 30).status()).isEqualTo(Status.OK);
        assertThat(DiskLook.space(folder, 1L << 30).status()).isEqualTo(Status.WARNING);
    }

    private static Histogram all(int some, long nanos, int others, long othersNanos) {
        Histogram histogram = new Histogram(3);
        histogram.recordValueWithCount(nanos, some);
        histogram.recordValueWithCount(othersNanos, others);
        return histogram;
    }

    @Test
    void aFolderThatIsNoneFailsAndNothingIsLeftInOneThatIs() {
        assertThat(DiskLook.findings(folder)).extracting(Finding::name).containsExactly("disk sync",
                "disk space");
        assertThat(folder).isEmptyDirectory();
        assertThat(DiskLook.findings(folder.resolve("none"))).singleElement().satisfies(finding -> {
            assertThat(finding.status()).isEqualTo(Status.FAILED);
            assertThat(finding.detail()).contains(folder.resolve("none").toString(), "--data");
        });
    }

    @Test
    void aTakenPortIsNamedWithTheOptionThatChoosesAnother() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Finding finding = PortLook.finding(Map.of("--stop-port", taken.getLocalPort()));
            assertThat(finding.status()).isEqualTo(Status.WARNING);
            assertThat(finding.detail())
                    .contains(taken.getLocalPort() + " (choose another with --stop-port)");
        }
    }
}
