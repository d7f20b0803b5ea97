package io.stimloop.gateway.cli;

import io.stimloop.rig.client.Command;
import io.stimloop.rig.client.Responder;
import io.stimloop.rig.client.RigAdapter;
import io.stimloop.rig.client.RigClock;
import io.stimloop.rig.neurons.Neuron;
import io.stimloop.v1.ReceiptStatus;

/** A neuron as a rig that both stimulates and records: answers as late as the neuron does. */
final class NeuronRig implements RigAdapter {
    private final Neuron neuron;
    private final RigClock clock;

    NeuronRig(Neuron neuron, RigClock clock) {
        this.neuron = neuron;
        this.clock = clock;
    }

    @Override
    public void present(Command command, Responder responder) {
        int count = neuron.respond(command.stimulus());
        responder.receipt(ReceiptStatus.DELIVERED, null, "");
        long latencyNanos = neuron.latencyNanos();
        if (latencyNanos == 0) {
            responder.respond(count);
        } else {
            clock.schedule(() -> responder.respond(count), latencyNanos);
        }
    }

    @Override
    public void goSafe(String reason) {
        // There is nothing to switch off: a neuron in memory hurts nobody.
    }
}
