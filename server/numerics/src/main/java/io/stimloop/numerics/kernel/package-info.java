/**
 * Kernels over arrays of doubles and the elementary functions they are made of. The only package that
 * knows the Vector API: each kernel has a plain twin that gives the same bits, because both use only
 * exactly rounded operations in one fixed order. Not here: what the numbers mean.
 */
@NullMarked
package io.stimloop.numerics.kernel;

import org.jspecify.annotations.NullMarked;
