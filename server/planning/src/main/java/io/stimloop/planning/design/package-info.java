/**
 * Designs that do not look at the belief: random, balanced blocks, fixed sequences; baselines to compare
 * with, and fallbacks. Each is a pure function of the seed and the position in the design.
 */
@NullMarked
package io.stimloop.planning.design;

import org.jspecify.annotations.NullMarked;
