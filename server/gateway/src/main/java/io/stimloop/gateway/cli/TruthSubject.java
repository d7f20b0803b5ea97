package io.stimloop.gateway.cli;

import io.stimloop.control.spec.Resolution;
import io.stimloop.control.spec.ResolvedSpec;
import io.stimloop.control.spec.SpecResolver;
import io.stimloop.control.spec.Violation;
import io.stimloop.inference.belief.Responses;
import io.stimloop.inference.belief.Truth;
import io.stimloop.rig.client.Response;
import io.stimloop.rig.neurons.Streams;
import io.stimloop.v1.ExperimentSpec;
import io.stimloop.v1.Neuron;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Answers as the spec's simulation says. The same spec and seed give the same answers to the same stimuli; a blank
 * is answered with 0.
 */
final class TruthSubject implements Subject {
    /** What the random streams are told apart by. */
    private static final long CELL = 0x63656c6cL;
    private static final long RESPONSE = 0x726573706f6e7365L;

    private final ResolvedSpec spec;
    private final UnaryOperator<ResolvedSpec> simulated;
    private final List<String> parameters;
    private final long seed;
    private Responses responses;
    private Truth truth;
    private double[] response;
    private long trial;
    private long latencyNanos;

    /**
     * The cells of a spec.
     *
     * @param simulated the same spec with the truth that is wanted
     * @param seed      of what they are and of what they answer
     */
    TruthSubject(ResolvedSpec spec, UnaryOperator<ResolvedSpec> simulated, long seed) {
        this.spec = spec;
        this.simulated = simulated;
        this.seed = seed;
        parameters = spec.source().parameterNames();
        responses = spec.source().responses();
        truth = truth(spec);
        response = new double[responses.units()];
    }

    private Truth truth(ResolvedSpec whole) {
        return simulated.apply(whole).simulation().cell(Streams.stream(seed, 0, CELL));
    }

    /** Drawn one after another from the same stream: those there were stay what they are. */
    @Override
    public void neurons(List<String> names) {
        if (names.size() == responses.units()) {
            return;
        }
        ExperimentSpec.Builder more = spec.original().toBuilder().clearNeurons();
        names.forEach(name -> more.addNeurons(Neuron.newBuilder().setName(name)));
        switch (SpecResolver.resolve(more.build(), Long.MAX_VALUE)) {
            case Resolution.Accepted(ResolvedSpec bigger) -> {
                responses = bigger.source().responses();
                truth = truth(bigger);
                response = new double[responses.units()];
            }
            case Resolution.Refused(List<Violation> faults) ->
                throw new IllegalArgumentException("the simulation has no such neurons: " + faults);
        }
    }

    @Override
    public Response respond(double[] stimulus) {
        trial++;
        Arrays.fill(response, 0);
        if (stimulus.length > 0) {
            latencyNanos = spec.safety().outputs().lastsNanos(stimulus);
            truth.respond(stimulus, Streams.stream(seed, trial, RESPONSE), response);
        }
        return switch (responses.kind()) {
            case COUNTS -> Response.of(Arrays.stream(response)
                    .mapToInt(count -> (int) Math.min(count, io.stimloop.rig.neurons.Neuron.LARGEST_COUNT))
                    .toArray());
            case CHOICE -> Response.ofChoice((int) response[0]);
            case VALUES -> Response.ofValues(response.clone());
        };
    }

    /** What drives light or current answers when it has ended, and a blank as late as the trial before. */
    @Override
    public long latencyNanos() {
        return latencyNanos;
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
