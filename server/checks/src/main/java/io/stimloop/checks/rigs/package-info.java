/**
 * Rigs that do what a rig should, at a steady rate, and how long each of their turns took. Used by checks that do something
 * to a server meanwhile. Not here: what is done to it.
 */
@NullMarked
package io.stimloop.checks.rigs;

import org.jspecify.annotations.NullMarked;
