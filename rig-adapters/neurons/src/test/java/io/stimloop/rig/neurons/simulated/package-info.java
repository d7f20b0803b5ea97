/**
 * Tests of the simulated neurons: their counts against what they promise. Not here: anything that needs a server,
 * a clock or a network.
 */
@NullMarked
package io.stimloop.rig.neurons.simulated;

import org.jspecify.annotations.NullMarked;
