/**
 * The one door that every command leaves by. Limits and the check against them: pure, without allocation,
 * clock or I/O, dependent on nothing but the limits. Not here: what happens to a refused command.
 */
@NullMarked
package io.stimloop.control.safety;

import org.jspecify.annotations.NullMarked;
