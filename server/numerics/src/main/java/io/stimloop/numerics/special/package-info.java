/**
 * Special functions for building tables, accurate and the same on every machine, not fast. Not here:
 * kernels that run in every trial.
 */
@NullMarked
package io.stimloop.numerics.special;

import org.jspecify.annotations.NullMarked;
