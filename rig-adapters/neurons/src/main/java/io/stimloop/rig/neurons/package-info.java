/**
 * What answers a stimulus with a spike count, and the seeded streams that all neurons draw from. Pure: no
 * clock, no network, no thread, so that a study can run thousands in one process. Not here: the neurons
 * themselves ({@code simulated}, {@code recorded}), nor the rig that runs one (it waits and talks to the
 * server).
 */
@NullMarked
package io.stimloop.rig.neurons;

import org.jspecify.annotations.NullMarked;
