package io.stimloop.gateway.cli;

/** Adds a command to the program; found by {@link java.util.ServiceLoader}, so that this module need not know. */
public interface CommandProvider {
    /** An object with picocli's annotations. */
    Object command();
}
