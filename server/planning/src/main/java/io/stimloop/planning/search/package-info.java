/**
 * Finding the candidate of the greatest utility by a deadline: a bounded pool of workers shared by all
 * experiments, best first, best so far. Not here: what utility is (inference) and what is presented when
 * nothing was found in time ({@code planning.design}).
 */
@NullMarked
package io.stimloop.planning.search;

import org.jspecify.annotations.NullMarked;
