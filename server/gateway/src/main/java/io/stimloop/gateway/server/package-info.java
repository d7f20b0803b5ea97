/**
 * How the server is put together, started, warmed and stopped: threads, ports, timers and bounds are chosen
 * here and nowhere else. Not here: what any of the parts does.
 */
@NullMarked
package io.stimloop.gateway.server;

import org.jspecify.annotations.NullMarked;
