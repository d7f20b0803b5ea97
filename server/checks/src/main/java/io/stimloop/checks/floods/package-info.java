/**
 * Clients that flood a server over raw HTTP/2, and honest rigs beside them. Not here: the limits that hold the floods
 * off, which are the server's ({@code gateway.edge}).
 */
@NullMarked
package io.stimloop.checks.floods;

import org.jspecify.annotations.NullMarked;
