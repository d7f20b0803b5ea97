package io.stimloop.benchmarks;

import io.stimloop.planning.decision.Planner;
import java.util.function.IntFunction;

/**
 * A way of choosing in a space of stimuli, to be measured by the utility of what it has found after some time.
 *
 * @param space  what is searched, with which belief; the utilities of all methods in one space can be compared
 * @param method how
 * @param ready  makes a planner that is about to plan in the given trial, from 0: the same belief for all methods of a
 *               space, whatever was planned before
 */
record AnytimeCase(String space, String method, IntFunction<Planner> ready) {}
