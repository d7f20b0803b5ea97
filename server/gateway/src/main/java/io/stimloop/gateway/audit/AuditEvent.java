package io.stimloop.gateway.audit;

/**
 * Something that was asked of the server, and what came of it.
 *
 * @param action     what was asked for, as {@code CreateExperiment}
 * @param identity   who asked
 * @param peer       from where
 * @param experiment the experiment it was about; empty: none, or all
 * @param outcome    {@code OK}, or the code of the status with which it was refused
 * @param detail     what else the request said, for people
 */
public record AuditEvent(String action, String identity, String peer, String experiment, String outcome,
        String detail) {}
