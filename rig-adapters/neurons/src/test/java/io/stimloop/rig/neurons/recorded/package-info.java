/**
 * Tests of the recorded neurons: their counts against what they promise. Not here: anything that needs a server,
 * a clock or a network.
 */
@NullMarked
package io.stimloop.rig.neurons.recorded;

import org.jspecify.annotations.NullMarked;
