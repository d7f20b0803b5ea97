/**
 * The server seen from outside: rigs and operators over real gRPC on loopback, the metrics page over HTTP.
 * Everything is asked through the wire contract and real parts. Not here: tests of single classes, which
 * stand in the packages of those classes.
 */
@NullMarked
package io.stimloop.gateway;

import org.jspecify.annotations.NullMarked;
