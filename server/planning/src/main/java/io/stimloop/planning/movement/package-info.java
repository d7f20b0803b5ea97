/**
 * Movement that an apparatus limits: which stimulus may follow which, and what is presented instead of one that may
 * not. Not here: what moving costs, which is for the objective to weigh ({@code inference.objective}).
 */
@NullMarked
package io.stimloop.planning.movement;

import org.jspecify.annotations.NullMarked;
