/**
 * Planning several trials ahead: what a stimulus leads to, over the responses it may get and the best stimuli after
 * them, with the belief that each response would leave. Not here: the one-step search that it begins with
 * ({@code planning.search}).
 */
@NullMarked
package io.stimloop.planning.lookahead;

import org.jspecify.annotations.NullMarked;
