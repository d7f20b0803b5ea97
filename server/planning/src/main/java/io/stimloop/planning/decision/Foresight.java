package io.stimloop.planning.decision;

/**
 * How well a response was prepared for.
 *
 * @param foreseen   whether the decision was ready
 * @param mass       probability, before the response came, of all responses whose decisions were ready, from 0 to 1
 * @param savedNanos what learning from the response and planning had taken ahead of time; 0 where it was not foreseen
 */
public record Foresight(boolean foreseen, double mass, long savedNanos) {}
