/**
 * Response models: p(r given x, theta) for a stimulus x, a spike count r and parameters theta. Shapes of
 * tuning curves, noise families, parameter grids and their priors. Not here: what is believed about theta
 * ({@code inference.belief}).
 */
@NullMarked
package io.stimloop.inference.response;

import org.jspecify.annotations.NullMarked;
