/** The comparison of the envelope with its oracle, at a small size. */
@NullMarked
package io.stimloop.checks.envelope;

import org.jspecify.annotations.NullMarked;
