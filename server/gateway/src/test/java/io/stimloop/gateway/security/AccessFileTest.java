package io.stimloop.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessFileTest {
    private static final Instant NOON = Instant.parse("2027-01-31T12:00:00Z");

    @TempDir
    private Path folder;

    private Path file(String text) throws IOException {
        Path file = folder.resolve("access.yaml");
        Files.deleteIfExists(file);
        SecretFiles.create(file, text);
        return file;
    }

    @Test
    void rolesOfACertificateAreThoseOfAllItsEntries() throws IOException {
        AccessTable table = AccessFile.read(file(AccessFile.line("ann", EnumSet.of(AccessRole.OPERATOR))
                + AccessFile.line("ann", EnumSet.of(AccessRole.RIG)) + AccessFile.line("bob",
                        EnumSet.of(AccessRole.VIEWER))));

        assertThat(table.byCertificate("ann", NOON).roles()).containsExactlyInAnyOrder(AccessRole.OPERATOR,
                AccessRole.RIG);
        assertThat(table.byCertificate("eve", NOON).roles()).isEmpty();
    }

    @Test
    void aTokenGrantsItsRolesUntilItExpires() throws IOException {
        String token = Tokens.create();
        AccessTable table = AccessFile.read(file(AccessFile.line("display", Set.of(AccessRole.VIEWER),
                Tokens.hashInHex(token), NOON)));

        assertThat(table.byToken(token, NOON.minusMillis(1)))
                .isEqualTo(new Principal("display", Set.of(AccessRole.VIEWER)));
        assertThat(table.byToken(token, NOON).roles()).isEmpty();
        assertThat(table.byToken(token + "x", NOON.minusMillis(1))).isEqualTo(Principal.NOBODY);
        assertThat(table.byCertificate("display", NOON.minusMillis(1)).roles())
                .as("a token's entry says nothing about a certificate").isEmpty();
    }

    @Test
    void tokensHave256BitsAndAreNotStored() throws IOException {
        String token = Tokens.create();

        assertThat(token).matches("stimloop-[A-Za-z0-9_-]{43}").isNotEqualTo(Tokens.create());
        assertThat(AccessFile.line("x", Set.of(AccessRole.VIEWER), Tokens.hashInHex(token), NOON))
                .doesNotContain(token);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw--w----", "rw----r--", "rw-----w-", "rwx------"})
    void aFileThatOthersCanReadOrWriteIsRefused(String mode) throws IOException {
        Path file = file(AccessFile.line("ann", Set.of(AccessRole.ADMIN)));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));

        assertThatThrownBy(() -> AccessFile.read(file)).isInstanceOf(IOException.class)
                .hasMessageContaining(mode).hasMessageContaining("chmod 600");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {"{} | must be a list",
            "[] | must be a list of 1 to 1000", "- ann | [0]: must be an entry",
            "- {identity: ann, roles: [operator], role: admin} | [0]: role is unknown",
            "- {identity: .ann, roles: [operator]} | [0].identity: is .ann, must have 1 to 64",
            "- {identity: /own, roles: [rig]} | [0].identity", "- {identity: ann} | [0].roles: is null",
            "- {identity: ann, roles: [root]} | [0].roles: root is no role",
            "- {identity: ann, roles: [rig], token_sha256: ab} | [0].token_sha256: must be 64",
            "- {identity: ann, roles: [rig], expires: soon} | [0].expires: is soon, must be a time",
            "- {identity: ann, roles: [rig} | is no YAML"})
    void whatIsWrongIsSaidWithItsPlace(String text, String message) throws IOException {
        Path file = file(text);

        assertThatThrownBy(() -> AccessFile.read(file)).isInstanceOf(IOException.class)
                .hasMessageContaining(message).hasMessageContaining("access.yaml");
    }
}
