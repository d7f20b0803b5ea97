/**
 * Tests of the rig client against a server that speaks the wire by a script, on a clock that the test
 * moves. Not here: a server that decides anything by itself.
 */
@NullMarked
package io.stimloop.rig.client;

import org.jspecify.annotations.NullMarked;
