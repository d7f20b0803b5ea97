package io.stimloop.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.control.spec.OperatorLimits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Limits files as people write them. */
class LimitsFileTest {
    private static final Path FOLDER = Path.of("../../config/limits");

    private static OperatorLimits limits(Path file) throws IOException {
        return ((LimitsFile.Accepted) LimitsFile.read(file)).limits();
    }

    private static List<String> faults(String text) {
        return switch (LimitsFile.read("x.yaml", text.getBytes(StandardCharsets.UTF_8))) {
            case LimitsFile.Accepted accepted -> List.of();
            case LimitsFile.Refused(var faults) -> faults.stream().map(FileFault::toString).toList();
        };
    }

    @Test
    void everyShippedFileIsRight() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<Path> all = files.toList();
            assertThat(all).hasSizeGreaterThanOrEqualTo(3);
            for (Path file : all) {
                assertThat(faults(Files.readString(file))).as(file.toString()).isEmpty();
            }
        }
    }

    @Test
    void theBuiltInLimitsAreThoseOfTheShippedFile() throws IOException {
        try (InputStream in = LimitsFile.class.getResourceAsStream("limits/default.yaml")) {
            assertThat(Objects.requireNonNull(in).readAllBytes())
                    .isEqualTo(Files.readAllBytes(FOLDER.resolve("default.yaml")));
        }
        assertThat(LimitsFile.builtIn().sha256()).isEqualTo(limits(FOLDER.resolve("default.yaml")).sha256());
    }

    @Test
    void theHashIsThatOfTheContentAndNotOfTheLayout() throws IOException {
        String text = Files.readString(FOLDER.resolve("default.yaml"));
        String bare = text.replaceAll("#.*", "").replaceAll("\\n\\s*\\n", "\n");
        Path other = Files.createTempFile("limits", ".yaml");
        Files.writeString(other, bare);
        assertThat(limits(other).sha256()).isEqualTo(LimitsFile.builtIn().sha256());
        Files.writeString(other,
                text.replace("maxPowerMw: 10 ", "maxPowerMw: 11 ").replace("maxPowerMw: 10\n",
                        "maxPowerMw: 11\n"));
        assertThat(limits(other).sha256()).isNotEqualTo(LimitsFile.builtIn().sha256());
        Files.delete(other);
    }

    @Test
    void faultsAreToldWithLineAndField() {
        assertThat(faults("""
                version: 1
                author: somebody
                date: 2026-11-25
                reason: a test
                optical:
                  perTarget: {maxPowerMW: 10, windowS: ten}
                """)).contains(
                "x.yaml:6:15: optical.perTarget.maxPowerMW: is unknown: did you mean maxPowerMw?",
                "x.yaml:6:31: optical.perTarget.windowS: must be a number, is ten",
                "x.yaml:5:1: optical.minSpacingUm: is missing: write it out, as 0 where none is meant");
        assertThat(faults("")).singleElement().asString()
                .isEqualTo("x.yaml:1:1: is empty: limits begin with their version, as in version: 1");
    }

    /** The figures that the example itself tells. */
    @Test
    void theExampleOfMicrostimulationAllowsWhatItSays() throws IOException {
        OperatorLimits limits = limits(FOLDER.resolve("microstimulation.yaml"));
        assertThat(limits.limits().optical().perTarget().maxPower().mw()).isZero();
        assertThat(limits.limits().electrical().maxMicroCharge().nc()).isEqualTo(4);
    }
}
