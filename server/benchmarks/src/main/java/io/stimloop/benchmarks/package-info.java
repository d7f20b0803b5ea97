/**
 * Measurements of the real parts, as ratios within one run: the loop against a bare echo, infomax against
 * the plain way, planners against each other on recorded cells. Nothing depends on this module; the program
 * finds its command by itself.
 */
@NullMarked
package io.stimloop.benchmarks;

import org.jspecify.annotations.NullMarked;
