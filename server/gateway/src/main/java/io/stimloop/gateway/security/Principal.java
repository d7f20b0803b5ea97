package io.stimloop.gateway.security;

import java.util.EnumSet;
import java.util.Set;

/**
 * Who is at the other end of a connection.
 *
 * @param identity a name of the access file, or one of those below
 * @param roles    what the access file grants; empty: nothing
 */
public record Principal(String identity, Set<AccessRole> roles) {
    /** Anyone on this machine, where no access file is used. */
    public static final Principal LOCAL = new Principal("local", EnumSet.allOf(AccessRole.class));
    /** The server itself, warming up. No file can grant this name. */
    public static final Principal OWN = new Principal("/own", EnumSet.of(AccessRole.RIG));
    /** One who did not say who he is. */
    public static final Principal NOBODY = new Principal("nobody", Set.of());

    public Principal {
        roles = Set.copyOf(roles);
    }
}
