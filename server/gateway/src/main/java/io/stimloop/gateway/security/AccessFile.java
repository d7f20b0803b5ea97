package io.stimloop.gateway.security;

import io.stimloop.control.spec.Names;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * The file that says who may do what: a YAML list with an entry for each certificate and each token.
 *
 * <pre>
 * - {identity: ann, roles: [operator]}
 * - {identity: rig-1, roles: [rig]}
 * - {identity: display, roles: [viewer], token_sha256: 9f86..., expires: "2027-01-31T12:00:00Z"}
 * </pre>
 */
public final class AccessFile {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final Set<String> KEYS = Set.of("identity", "roles", "token_sha256", "expires");
    private static final int MOST_ENTRIES = 1_000;

    private final Path file;

    private AccessFile(Path file) {
        this.file = file;
    }

    /**
     * Reads a file that only its owner may read and write.
     *
     * @throws IOException if it cannot be read or anything in it is wrong; the message says what and where
     */
    static AccessTable read(Path file) throws IOException {
        return new AccessFile(file).parse(SecretFiles.read(file));
    }

    /** The line of a file that grants roles to a certificate's identity. */
    public static String line(String identity, Set<AccessRole> roles) {
        return "- {identity: " + identity + ", roles: " + inWords(roles) + "}\n";
    }

    /** The line of a file that grants roles to whoever shows the token with this hash. */
    public static String line(String identity, Set<AccessRole> roles, String tokenSha256, Instant expires) {
        return "- {identity: " + identity + ", roles: " + inWords(roles) + ", token_sha256: " + tokenSha256
                + ", expires: \"" + expires + "\"}\n";
    }

    private static String inWords(Set<AccessRole> roles) {
        return roles.stream().sorted().map(role -> role.name().toLowerCase(Locale.ROOT)).toList().toString();
    }

    private AccessTable parse(String text) throws IOException {
        Object root;
        try {
            root = new Load(LoadSettings.builder().setLabel(file.toString())
                    .setMaxAliasesForCollections(0).build()).loadFromString(text);
        } catch (YamlEngineException e) {
            throw fault("is no YAML: " + e.getMessage());
        }
        if (!(root instanceof List<?> entries) || entries.isEmpty() || entries.size() > MOST_ENTRIES) {
            throw fault("must be a list of 1 to " + MOST_ENTRIES
                    + " entries such as - {identity: ann, roles: [operator]}");
        }
        List<Grant> grants = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            grants.add(grant("[" + i + "]", entries.get(i)));
        }
        return new AccessTable(grants);
    }

    private Grant grant(String at, @Nullable Object entry) throws IOException {
        if (!(entry instanceof Map<?, ?> fields)) {
            throw fault(at + ": must be an entry such as {identity: ann, roles: [operator]}");
        }
        Set<String> unknown = new TreeSet<>();
        fields.keySet().forEach(key -> unknown.add(String.valueOf(key)));
        unknown.removeAll(KEYS);
        if (!unknown.isEmpty()) {
            throw fault(at + ": " + unknown.iterator().next() + " is unknown; an entry has "
                    + String.join(", ", new TreeSet<>(KEYS)));
        }
        return new Grant(identity(at, fields.get("identity")), roles(at, fields.get("roles")),
                hash(at, fields.get("token_sha256")), expires(at, fields.get("expires")));
    }

    private String identity(String at, @Nullable Object value) throws IOException {
        if (value instanceof String name && Names.isValid(name)) {
            return name;
        }
        throw fault(at + ".identity: is " + value + ", must have " + Names.RULE);
    }

    private Set<AccessRole> roles(String at, @Nullable Object value) throws IOException {
        Set<AccessRole> roles = EnumSet.noneOf(AccessRole.class);
        if (value instanceof List<?> names) {
            for (Object name : names) {
                roles.add(role(at, name));
            }
        }
        if (roles.isEmpty()) {
            throw fault(at + ".roles: is " + value + ", must be a list of rig, operator, viewer, admin");
        }
        return roles;
    }

    private AccessRole role(String at, @Nullable Object name) throws IOException {
        for (AccessRole role : AccessRole.values()) {
            if (role.name().toLowerCase(Locale.ROOT).equals(name)) {
                return role;
            }
        }
        throw fault(at + ".roles: " + name + " is no role; use rig, operator, viewer or admin");
    }

    private Optional<String> hash(String at, @Nullable Object value) throws IOException {
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof String hash && SHA256.matcher(hash).matches()) {
            return Optional.of(hash);
        }
        // Not shown: it may be the token itself, put there by mistake.
        throw fault(at + ".token_sha256: must be 64 hexadecimal digits, as stimloop token new writes them");
    }

    private Instant expires(String at, @Nullable Object value) throws IOException {
        if (value == null) {
            return Instant.MAX;
        }
        try {
            return OffsetDateTime.parse(String.valueOf(value)).toInstant();
        } catch (DateTimeException e) {
            throw fault(at + ".expires: is " + value + ", must be a time such as \"2027-01-31T12:00:00Z\"");
        }
    }

    private IOException fault(String description) {
        return new FileSystemException(file.toString(), null, description);
    }
}
