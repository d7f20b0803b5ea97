/**
 * Random numbers that depend on nothing but a seed and a place. One generator per (seed, index, purpose),
 * made when it is needed. Not here: distributions, and anything that is seeded from a clock.
 */
@NullMarked
package io.stimloop.numerics.random;

import org.jspecify.annotations.NullMarked;
