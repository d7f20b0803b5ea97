/**
 * A disk in memory that fails as it is told and remembers what power loss would leave of it. Not here: what is to be
 * right after that.
 */
@NullMarked
package io.stimloop.checks.disk;

import org.jspecify.annotations.NullMarked;
