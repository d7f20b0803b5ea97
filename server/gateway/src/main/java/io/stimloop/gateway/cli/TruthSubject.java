package io.stimloop.gateway.cli;

import io.stimloop.control.spec.ResolvedSpec;
import io.stimloop.inference.belief.Responses;
import io.stimloop.inference.belief.Truth;
import io.stimloop.rig.client.Response;
import io.stimloop.rig.neurons.Neuron;
import io.stimloop.rig.neurons.Streams;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Answers as the spec's simulation says. The same spec and seed give the same answers to the same stimuli; a blank
 * is answered with 0.
 */
final class TruthSubject implements Subject {
    /** What the random streams are told apart by. */
    private static final long CELL = 0x63656c6cL;
    private static final long RESPONSE = 0x726573706f6e7365L;

    private final Responses responses;
    private final List<String> parameters;
    private final Truth truth;
    private final long seed;
    private final double[] response;
    private long trial;

    TruthSubject(ResolvedSpec spec, long seed) {
        responses = spec.source().responses();
        parameters = spec.source().parameterNames();
        truth = spec.simulation().cell(Streams.stream(seed, 0, CELL));
        this.seed = seed;
        response = new double[responses.units()];
    }

    @Override
    public Response respond(double[] stimulus) {
        trial++;
        Arrays.fill(response, 0);
        if (stimulus.length > 0) {
            truth.respond(stimulus, Streams.stream(seed, trial, RESPONSE), response);
        }
        return switch (responses.kind()) {
            case COUNTS -> Response.of(Arrays.stream(response)
                    .mapToInt(count -> (int) Math.min(count, Neuron.LARGEST_COUNT)).toArray());
            case CHOICE -> Response.ofChoice((int) response[0]);
            case VALUES -> Response.ofValues(response.clone());
        };
    }

    /** Empty maps where the truth does not have the model's parameters. */
    @Override
    public List<Map<String, Double>> truth() {
        List<Map<String, Double>> units = new ArrayList<>();
        for (int unit = 0; unit < responses.units(); unit++) {
            double[] values = truth.parameters(unit);
            Map<String, Double> byName = new LinkedHashMap<>();
            for (int p = 0; p < values.length; p++) {
                byName.put(parameters.get(p), values[p]);
            }
            units.add(byName);
        }
        return units;
    }
}
