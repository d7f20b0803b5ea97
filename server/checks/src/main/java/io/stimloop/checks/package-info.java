/**
 * Proofs by trial that nothing is lost and nothing harmful leaves: each is a command of {@code stimloop check} that
 * prints how many cases it tried and how many failed. Small sizes of the same code run in the tests. Not here: whether
 * beliefs are right, which the studies check.
 */
@NullMarked
package io.stimloop.checks;

import org.jspecify.annotations.NullMarked;
