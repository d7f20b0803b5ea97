/**
 * A server is killed at random moments while a rig sends it outcomes: whether anything that was acknowledged is lost, and
 * whether the belief comes back bit for bit. Not here: what a torn write does to a file.
 */
@NullMarked
package io.stimloop.checks.kills;

import org.jspecify.annotations.NullMarked;
