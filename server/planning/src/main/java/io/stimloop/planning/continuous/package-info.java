/**
 * Stimuli that are not listed: a space of them, points spread evenly through it, and the search for the best of all by
 * methods that need no derivatives. Not here: what is predicted of a stimulus ({@code inference}) and the search among
 * candidates, with which this one begins ({@code planning.search}).
 */
@NullMarked
package io.stimloop.planning.continuous;

import org.jspecify.annotations.NullMarked;
