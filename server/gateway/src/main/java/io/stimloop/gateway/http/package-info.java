/**
 * A small HTTP listener on threads of its own: requests within bounds, answers, static files and streams of events that
 * never wait for a reader. Asks nobody who may do what, and knows nothing of experiments ({@code gateway.page}).
 */
@NullMarked
package io.stimloop.gateway.http;

import org.jspecify.annotations.NullMarked;
