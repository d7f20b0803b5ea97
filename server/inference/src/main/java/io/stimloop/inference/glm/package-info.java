/**
 * Generalised linear models of spike counts under a Gaussian belief (Lewi, Butera and Paninski 2009, Neural
 * Computation 21, 619-687): the update per trial, what it costs to ask it about a thousand stimuli, and the best
 * stimulus of a whole ball. Not here: what makes a stimulus useful ({@code inference.objective}).
 */
@NullMarked
package io.stimloop.inference.glm;

import org.jspecify.annotations.NullMarked;
