/**
 * One experiment's life: the trial loop, the order of trials, the rigs that take part, stopping rules and
 * the state machine. Everything here is written by one thread at a time, except what says otherwise. Not
 * here: what a spec may say ({@code control.spec}), the limits of commands ({@code control.safety}) and how
 * messages travel (gateway).
 */
@NullMarked
package io.stimloop.control.experiment;

import org.jspecify.annotations.NullMarked;
