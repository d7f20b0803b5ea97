/**
 * The whole of an experiment's life in one thread, under a seeded simulator: its clock, disk, network, threads and rig are
 * simulated, all else is the program's own code, and things go wrong in every way that the seed says. The same seed gives the
 * same life, bit for bit. Not here: real processes and sockets.
 */
@NullMarked
package io.stimloop.checks.faults;

import org.jspecify.annotations.NullMarked;
