/**
 * Psychometric functions: the probability of a correct answer, or of a yes, as a function of how strong a stimulus is.
 * Not here: how a belief about one is held ({@code inference.grid}, {@code inference.particle}).
 */
@NullMarked
package io.stimloop.inference.psychometric;

import org.jspecify.annotations.NullMarked;
