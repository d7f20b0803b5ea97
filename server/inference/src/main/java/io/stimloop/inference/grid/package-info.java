/**
 * Beliefs that hold a probability for every combination of parameter values, with fast ways to what they predict
 * for tuning curves. Not here: what a tuning curve is ({@code inference.response}).
 */
@NullMarked
package io.stimloop.inference.grid;

import org.jspecify.annotations.NullMarked;
