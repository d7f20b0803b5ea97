/**
 * What stands between a command and a device that can do harm: the lease on an output, the epochs and counters of
 * commands, and the limits, held by code that shares nothing with the server's. Plain Java and one thread: no transport,
 * no server class, no file, so that nothing that hangs elsewhere keeps an output on.
 */
@NullMarked
package io.stimloop.rig.guard;

import org.jspecify.annotations.NullMarked;
