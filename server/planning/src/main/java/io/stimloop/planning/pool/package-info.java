/**
 * The threads that plan: one bounded pool for all experiments, the work with the earliest deadline first, in pieces so
 * small that a deadline is kept. Knows nothing of beliefs or stimuli. What the pieces are is the business of the planners.
 */
@NullMarked
package io.stimloop.planning.pool;

import org.jspecify.annotations.NullMarked;
