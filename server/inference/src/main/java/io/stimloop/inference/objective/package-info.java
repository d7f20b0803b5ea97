/**
 * What makes a stimulus useful, as a number computed from the predictive distribution of its response.
 * Not here: how that distribution comes about ({@code inference.belief}) and how the best stimulus is
 * found (planning).
 */
@NullMarked
package io.stimloop.inference.objective;

import org.jspecify.annotations.NullMarked;
