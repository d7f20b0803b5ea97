package io.stimloop.gateway.tls;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/**
 * A certificate and its key.
 *
 * @param certificate of X.509 version 3
 * @param key         on the curve P-256
 */
record Issued(X509Certificate certificate, PrivateKey key) {}
