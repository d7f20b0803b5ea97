/**
 * Answers that are ready before the question comes: while a stimulus is on, the next decision is planned for the responses
 * most likely to come. Not here: how a decision is planned, which is the business of the planner that is asked ahead.
 */
@NullMarked
package io.stimloop.planning.speculation;

import org.jspecify.annotations.NullMarked;
