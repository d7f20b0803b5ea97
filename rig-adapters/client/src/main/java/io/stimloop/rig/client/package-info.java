/**
 * The rig's side of the wire for any Java adapter: connect, answer commands, resend what was not
 * acknowledged, reconnect, go safe when the server falls silent. An adapter implements {@link
 * io.stimloop.rig.client.RigAdapter} and hands it to a {@link io.stimloop.rig.client.RigClient}. Not here:
 * any device, any neuron, and any class of the server.
 */
@NullMarked
package io.stimloop.rig.client;

import org.jspecify.annotations.NullMarked;
