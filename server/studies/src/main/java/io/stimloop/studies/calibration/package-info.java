/**
 * Whether beliefs are what they say: simulation-based calibration of every model and form of belief that a spec can
 * name, on cells drawn from the prior. Each case is one experiment file beside this package's classes. Not here: how
 * fast planners learn ({@code io.stimloop.studies}).
 */
@NullMarked
package io.stimloop.studies.calibration;

import org.jspecify.annotations.NullMarked;
