/**
 * Plays the server for an adapter that drives light or current, and judges by what it says whether it is as safe as it
 * must be. Knows the wire contract only, neither Stimloop's server nor its client. Not here: what the device really put
 * out, which only a meter can tell.
 */
@NullMarked
package io.stimloop.rig.conformance;

import org.jspecify.annotations.NullMarked;
