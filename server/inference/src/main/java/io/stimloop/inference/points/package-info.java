/**
 * Beliefs made of points: parameter values with weights, on a grid or drawn, and what they predict. A response model
 * is here no more than a function that is evaluated at all points at once. Not here: formulas, and how drawn points
 * move ({@code inference.formula}, {@code inference.particle}).
 */
@NullMarked
package io.stimloop.inference.points;

import org.jspecify.annotations.NullMarked;
