/**
 * Looks at the machine as a server would find it: Java, processors, timers, disk, ports, clocks, and how fast a trial goes
 * round here. Not here: how what was found is printed.
 */
@NullMarked
package io.stimloop.gateway.doctor;

import org.jspecify.annotations.NullMarked;
