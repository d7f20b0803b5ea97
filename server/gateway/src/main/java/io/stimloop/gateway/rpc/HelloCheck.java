package io.stimloop.gateway.rpc;

import io.stimloop.control.experiment.Refused;
import io.stimloop.control.spec.Names;
import io.stimloop.control.spec.Violation;
import io.stimloop.v1.Hello;
import io.stimloop.v1.Role;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Whether a Hello says all that it must. */
final class HelloCheck {
    private HelloCheck() {}

    /**
     * Refuses a Hello with all its faults.
     *
     * @throws Refused if there is any
     */
    static void require(Hello hello) {
        List<Violation> faults = new ArrayList<>();
        if (hello.getExperimentId().isEmpty()) {
            faults.add(new Violation("hello.experiment_id", "is empty; name the experiment to take part in"));
        }
        if (!Names.isValid(hello.getRigId())) {
            faults.add(new Violation("hello.rig_id",
                    "must be the same on every connection and have " + Names.RULE));
        }
        if (hello.getRolesCount() == 0) {
            faults.add(new Violation("hello.roles", "is empty; name RECORDER, STIMULATOR or both"));
        }
        for (int i = 0; i < hello.getRolesCount(); i++) {
            Role role = hello.getRoles(i);
            if (role != Role.RECORDER && role != Role.STIMULATOR) {
                faults.add(new Violation("hello.roles[" + i + "]", "must be RECORDER or STIMULATOR, not "
                        + hello.getRolesValue(i)));
            }
        }
        if (!faults.isEmpty()) {
            throw Refused.of(Refused.Kind.INVALID, faults);
        }
    }

    /** The roles of a Hello that was found right. */
    static Set<Role> roles(Hello hello) {
        return EnumSet.copyOf(hello.getRolesList());
    }
}
