package io.stimloop.benchmarks;

import io.stimloop.control.spec.Resolution;
import io.stimloop.control.spec.ResolvedSpec;
import io.stimloop.control.spec.SpecResolver;
import io.stimloop.gateway.cli.CommandFailure;
import io.stimloop.v1.ExperimentSpec;

/** Specs that benchmarks run without a server. */
final class Specs {
    private Specs() {}

    /**
     * The spec with all its defaults.
     *
     * @throws CommandFailure if it is not valid
     */
    static ResolvedSpec resolved(ExperimentSpec spec) {
        return switch (SpecResolver.resolve(spec, Runtime.getRuntime().maxMemory())) {
            case Resolution.Accepted accepted -> accepted.spec();
            case Resolution.Refused refused ->
                throw CommandFailure.invalidSpec(refused.violations().toString(), null);
        };
    }
}
