package io.stimloop.gateway.cli;

import io.stimloop.gateway.security.AccessRole;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine.TypeConversionException;

/** Roles as they are typed. */
final class RoleNames {
    private RoleNames() {}

    /** Reads {@code operator} or {@code rig+operator}. */
    static Set<AccessRole> parse(String text) {
        Set<AccessRole> roles = EnumSet.noneOf(AccessRole.class);
        for (String name : text.split("\\+")) {
            try {
                roles.add(AccessRole.valueOf(name.toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException unknown) {
                throw new TypeConversionException(
                        "'" + name + "' is no role; use rig, operator, viewer or admin, several with +");
            }
        }
        return roles;
    }
}
