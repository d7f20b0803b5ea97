package io.stimloop.control.experiment;

import io.stimloop.v1.Role;
import java.util.Set;

/** Sets of one role. */
final class Roles {
    static final Set<Role> RECORDER = Set.of(Role.RECORDER);
    static final Set<Role> STIMULATOR = Set.of(Role.STIMULATOR);

    private Roles() {}
}
