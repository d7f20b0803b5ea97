package io.stimloop.gateway.cli;

import io.stimloop.rig.client.Response;
import io.stimloop.rig.neurons.Neuron;
import io.stimloop.rig.neurons.simulated.SimulatedNeuron;
import java.util.List;
import java.util.Map;

/** One neuron that answers with spike counts. */
record NeuronSubject(Neuron neuron) implements Subject {
    @Override
    public Response respond(double[] stimulus) {
        return Response.of(neuron.respond(stimulus));
    }

    @Override
    public long latencyNanos() {
        return neuron.latencyNanos();
    }

    @Override
    public List<Map<String, Double>> truth() {
        return neuron instanceof SimulatedNeuron simulated ? List.of(simulated.truth()) : List.of();
    }
}
