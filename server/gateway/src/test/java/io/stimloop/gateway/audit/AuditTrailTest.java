package io.stimloop.gateway.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditTrailTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2027-01-31T12:00:00Z"));

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("audit.jsonl");
    }

    private static AuditEvent event(String detail) {
        return new AuditEvent("ArmExperiment", "ann", "127.0.0.1", "e1", "OK", detail);
    }

    private void write(int events) throws IOException {
        try (AuditTrail trail = new AuditTrail(file(), CLOCK)) {
            for (int i = 0; i < events; i++) {
                assertThat(trail.add(event("\u00b5W \"" + i + "\"\nx"))).isTrue();
            }
        }
    }

    @Test
    void everyLineFollowsTheOneBeforeAlsoAfterARestart() throws IOException {
        write(3);
        write(2);

        List<String> lines = Files.readAllLines(file());
        assertThat(lines).hasSize(5);
        AuditCheck check = AuditCheck.of(file());
        assertThat(check.good()).isTrue();
        assertThat(check.lines()).isEqualTo(5);
        assertThat(lines.get(4)).contains("\"prev\":\"" + AuditLine.read(lines.get(3)).hash() + "\"")
                .contains("\"hash\":\"" + check.head() + "\"");
        assertThat(Files.getPosixFilePermissions(file()))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void everyChangedBitIsFound() throws IOException {
        write(2);
        byte[] good = Files.readAllBytes(file());
        int unnoticed = 0;
        for (int bit = 0; bit < 8 * good.length; bit++) {
            byte[] bad = good.clone();
            bad[bit / 8] ^= (byte) (1 << bit % 8);
            AuditCheck check = AuditCheck.of(new ByteArrayInputStream(bad));
            // Where the last newline was changed the last line is an unfinished one, and not counted.
            unnoticed += check.good() && check.lines() == 2 ? 1 : 0;
        }
        assertThat(unnoticed).isZero();
    }

    @Test
    void aMissingLineAndSwappedLinesAreFoundWithTheirPlace() throws IOException {
        write(4);
        List<String> lines = Files.readAllLines(file());

        Files.write(file(), List.of(lines.get(0), lines.get(2), lines.get(3)));
        assertThat(AuditCheck.of(file()).fault()).isEqualTo("line 2 has the number 3 and not 2");

        Files.write(file(), List.of(lines.get(1)));
        assertThat(AuditCheck.of(file()).lines()).isZero();
    }

    @Test
    void whatAKilledWriterLeftOfALineIsCutOff() throws IOException {
        write(2);
        Files.writeString(file(), "{\"n\":3,\"time", StandardOpenOption.APPEND);
        assertThat(AuditCheck.of(file()).tornBytes()).isEqualTo(12);

        write(1);

        assertThat(AuditCheck.of(file()).lines()).isEqualTo(3);
        assertThat(AuditCheck.of(file()).good()).isTrue();
    }

    @Test
    void aTrailThatWasChangedIsNotGoneOnWith() throws IOException {
        write(2);
        Files.writeString(file(), Files.readString(file()).replaceFirst("ann", "bob"));

        assertThatThrownBy(() -> new AuditTrail(file(), CLOCK)).isInstanceOf(IOException.class)
                .hasMessageContaining("line 1 was changed").hasMessageContaining("move it away");
    }

    @Test
    void twoServersDoNotWriteOneTrail() throws IOException {
        try (AuditTrail first = new AuditTrail(file(), CLOCK)) {
            assertThat(first.ready()).isTrue();
            assertThatThrownBy(() -> new AuditTrail(file(), CLOCK)).isInstanceOf(IOException.class)
                    .hasMessageContaining("another server");
        }
    }

    @Test
    void refusedAttemptsBeyondAFewAreCounted() throws IOException {
        try (AuditTrail trail = new AuditTrail(file(), CLOCK)) {
            for (int i = 0; i < 1_000; i++) {
                trail.addRefused(event("refused"));
            }
            assertThat(trail.dropped() + Files.readString(file()).lines()
                    .mapToLong(line -> line.contains("\"dropped\":") ? 1 : 0).sum()).isPositive();
            trail.add(event("the next"));
        }
        List<String> lines = Files.readAllLines(file());
        assertThat(lines).hasSize(51);
        long counted = lines.stream().filter(line -> line.contains("\"dropped\":"))
                .mapToLong(line -> Long.parseLong(line.replaceAll(".*\"dropped\":([0-9]+).*", "$1"))).sum();
        assertThat(counted).isEqualTo(950);
    }
}
