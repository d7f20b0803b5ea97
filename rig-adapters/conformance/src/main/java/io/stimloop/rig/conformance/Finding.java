package io.stimloop.rig.conformance;

/**
 * What a case came to.
 *
 * @param name   of the case
 * @param passed whether the adapter did what it must
 * @param detail what it did instead, or how fast it was; for people
 */
public record Finding(String name, boolean passed, String detail) {}
