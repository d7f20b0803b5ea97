package io.stimloop.control.experiment;

import io.stimloop.control.spec.Wording;
import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.CurvePoint;
import io.stimloop.inference.belief.ParameterSummary;
import io.stimloop.v1.NeuronBelief;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** What is believed about each of several neurons, in the wire's words, and never more than a message may hold. */
final class NeuronBeliefs {
    /** Curve points of one neuron, and of one alone. */
    static final int MOST_CURVE_POINTS = 1000;
    /** Curve points of all neurons of a message together. */
    private static final int MOST_POINTS = 2000;
    /** Parameters of all neurons of a message together. */
    private static final int MOST_PARAMETERS = 10_000;
    /** Of more neurons than these the values of their parameters are not listed. */
    private static final int MOST_LISTED_UNITS = 4;

    private NeuronBeliefs() {}

    /**
     * The units that are asked for.
     *
     * @param names of the experiment's neurons
     * @param asked names of those wanted; empty for all
     * @throws Refused naming one that there is not
     */
    static int[] units(List<String> names, List<String> asked) {
        int[] units = asked.isEmpty()
                ? IntStream.range(0, names.size()).toArray()
                : asked.stream().mapToInt(names::indexOf).toArray();
        for (int i = 0; i < units.length; i++) {
            if (units[i] < 0) {
                throw Refused.of(Refused.Kind.INVALID, "neurons[" + i + "]",
                        Wording.quoted(asked.get(i)) + " is no neuron: "
                                + Wording.suggestion(asked.get(i), names));
            }
        }
        return Arrays.stream(units).distinct().toArray();
    }

    /**
     * Of so many units, in this order.
     *
     * @param names   of the experiment's neurons
     * @param stimuli by how many, those to show a curve at
     */
    static List<NeuronBelief> of(Belief belief, List<String> names, int[] units,
            IntFunction<double[][]> stimuli) {
        double[][] shown = stimuli.apply(
                Math.min(MOST_CURVE_POINTS, Math.max(1, MOST_POINTS / Math.max(1, units.length))));
        int parametersLeft = MOST_PARAMETERS;
        ListedValues listed = new ListedValues(units.length <= MOST_LISTED_UNITS);
        NeuronBelief[] messages = new NeuronBelief[units.length];
        for (int i = 0; i < messages.length; i++) {
            NeuronBelief.Builder message = NeuronBelief.newBuilder().setName(names.get(units[i]))
                    .setDropped(!belief.includes(units[i]));
            if (parametersLeft > 0) {
                List<ParameterSummary> parameters = belief.parameters(units[i]);
                parameters.forEach(parameter -> message.addParameters(listed.parameter(parameter)));
                parametersLeft -= parameters.size();
            }
            belief.curve(units[i], shown).forEach(point -> message.addCurve(point(point)));
            messages[i] = message.build();
        }
        return List.of(messages);
    }

    static io.stimloop.v1.CurvePoint point(CurvePoint point) {
        io.stimloop.v1.CurvePoint.Builder message = io.stimloop.v1.CurvePoint.newBuilder()
                .setMean(point.mean())
                .setLower(point.lower()).setUpper(point.upper());
        for (double value : point.stimulus()) {
            message.addStimulus(value);
        }
        return message.build();
    }
}
