/**
 * The outermost edge of the server: how many connections, how fast, what frames on them, and how much is written to
 * the log about it. Here bytes are counted, before anyone asks what they mean. Not here: who may do what ({@code
 * gateway.security}) and the messages themselves ({@code gateway.rpc}).
 */
@NullMarked
package io.stimloop.gateway.edge;

import org.jspecify.annotations.NullMarked;
