/**
 * Beliefs about an unknown rate over the stimulus space: a Gaussian process behind a link, with Laplace's
 * approximation of its posterior (Park, Weller, Horwitz and Pillow 2014, Neural Computation 26; Rasmussen and
 * Williams 2006, chapter 3). Not here: when a kernel is refitted and on which thread (control).
 */
@NullMarked
package io.stimloop.inference.map;

import org.jspecify.annotations.NullMarked;
