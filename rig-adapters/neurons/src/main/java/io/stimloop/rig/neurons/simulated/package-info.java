/**
 * Simulated neurons whose truth is their own code: tuning curves, and what makes real cells differ from
 * a Poisson process (gain fluctuations, refractoriness, drift, detection errors, latency), each on its own
 * and freely combined. The parameters mean what the wire contract's spec says, so that a belief can be
 * compared with the truth. Not here: any model of the server's, and waiting for a latency.
 */
@NullMarked
package io.stimloop.rig.neurons.simulated;

import org.jspecify.annotations.NullMarked;
