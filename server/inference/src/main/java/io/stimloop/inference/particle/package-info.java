/**
 * Beliefs that are a cloud of weighted parameter values: sequential Monte Carlo with resampling and moves, for any model
 * that can be evaluated at points and any prior that has a density. Not here: the models, and what the points predict
 * ({@code inference.points}).
 */
@NullMarked
package io.stimloop.inference.particle;

import org.jspecify.annotations.NullMarked;
