/**
 * Who may do what: identities and roles by a file, bearer tokens of which only hashes are kept, the table of
 * methods and roles, and the one interceptor that asks them. Not here: how a certificate is made or checked
 * ({@code gateway.tls}), and what is kept of what was done ({@code gateway.audit}).
 */
@NullMarked
package io.stimloop.gateway.security;

import org.jspecify.annotations.NullMarked;
