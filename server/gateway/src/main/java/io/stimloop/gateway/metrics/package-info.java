/**
 * What Prometheus sees: counters, histograms and gauges of experiments, decisions and the JVM, and the HTTP
 * endpoint that serves them. Not here: anything the loop waits for.
 */
@NullMarked
package io.stimloop.gateway.metrics;

import org.jspecify.annotations.NullMarked;
