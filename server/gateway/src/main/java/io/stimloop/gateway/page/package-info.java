/**
 * The operator's page: what experiments look like as JSON, fresh many times a second for all who watch, and what may be
 * done from there. Whatever is done goes through the same services as the calls of gRPC. Not here: the protocol
 * ({@code gateway.http}), and what the page does with it (the resources beside).
 */
@NullMarked
package io.stimloop.gateway.page;

import org.jspecify.annotations.NullMarked;
