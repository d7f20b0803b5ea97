/**
 * The gRPC services: what comes in is decoded, stamped and handed to the experiment it is for; what goes out
 * is sent in order and never waited for. Not here: what an outcome or a request means (control), and how the
 * program is put together ({@code gateway.server}).
 */
@NullMarked
package io.stimloop.gateway.rpc;

import org.jspecify.annotations.NullMarked;
