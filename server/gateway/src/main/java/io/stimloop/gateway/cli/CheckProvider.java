package io.stimloop.gateway.cli;

/** Adds a check to {@code stimloop check}; found by {@link java.util.ServiceLoader}, so that this module need not know. */
public interface CheckProvider {
    /** An object with picocli's annotations, which exits with 0 only when nothing failed. */
    Object check();
}
