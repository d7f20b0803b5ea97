package io.stimloop.planning.speculation;

import io.stimloop.inference.belief.ResponseForecast;
import io.stimloop.inference.belief.Responses;
import java.util.stream.IntStream;

/**
 * The responses most likely to come, the most probable first, of equals the lowest.
 *
 * @param values        counts or choices
 * @param probabilities of each
 */
record LikelyResponses(double[] values, double[] probabilities) {
    private static final int LARGEST_COUNT = 10_000;
    /** Probability of all the responses that are not worth planning for. */
    private static final double REST = 1e-4;

    /** Whether such responses can be foreseen at all: one count or one choice. */
    static boolean possible(Responses responses) {
        return responses.units() == 1 && responses.kind() != Responses.Kind.VALUES;
    }

    /** Those of a forecast, at most so many. */
    static LikelyResponses of(ResponseForecast forecast, Responses responses, int most) {
        int symbols = responses.kind() == Responses.Kind.CHOICE ? responses.alternatives() : LARGEST_COUNT;
        double[] all = new double[symbols];
        int known = 0;
        for (double rest = 1; known < symbols && rest > REST; known++) {
            all[known] = forecast.probability(0, known);
            rest -= all[known];
        }
        int[] likely = IntStream.range(0, known).boxed()
                .sorted((a, b) -> Double.compare(all[b], all[a])).limit(most).mapToInt(Integer::intValue)
                .toArray();
        return new LikelyResponses(IntStream.of(likely).asDoubleStream().toArray(),
                IntStream.of(likely).mapToDouble(r -> all[r]).toArray());
    }

    /** How many. */
    int size() {
        return values.length;
    }

    /** Index of a response; -1 where it is none of them. */
    int indexOf(double response) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] == response) {
                return i;
            }
        }
        return -1;
    }
}
