/**
 * Certificates: a lab's private authority, what it issues, and TLS 1.3 with client certificates that can be
 * exchanged while the server runs. Not here: what an identity may do ({@code gateway.security}).
 */
@NullMarked
package io.stimloop.gateway.tls;

import org.jspecify.annotations.NullMarked;
