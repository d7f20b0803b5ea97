/**
 * The command line: one class per command, the summaries they print, and the exit codes. Commands that run
 * experiments do it over gRPC like any rig. Not here: what the server does.
 */
@NullMarked
package io.stimloop.gateway.cli;

import org.jspecify.annotations.NullMarked;
