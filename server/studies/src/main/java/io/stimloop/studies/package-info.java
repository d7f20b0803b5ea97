/**
 * Many experiments at once, in process and on simulated cells: how fast planners learn, and whether beliefs are what
 * they say. The server never sees this room. Not here: timings ({@code io.stimloop.benchmarks}).
 */
@NullMarked
package io.stimloop.studies;

import org.jspecify.annotations.NullMarked;
