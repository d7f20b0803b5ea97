/**
 * A server that many rigs use for a long time: whether any output is late, any trial lost, and whether it grows. Not here:
 * anything that disturbs it.
 */
@NullMarked
package io.stimloop.checks.soak;

import org.jspecify.annotations.NullMarked;
