package io.stimloop.checks.envelope;

import io.stimloop.gateway.cli.CheckProvider;

/** Adds {@code stimloop check envelope}. */
public final class EnvelopeCheckProvider implements CheckProvider {
    @Override
    public Object check() {
        return new EnvelopeCommand();
    }
}
