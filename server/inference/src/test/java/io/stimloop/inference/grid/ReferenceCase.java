package io.stimloop.inference.grid;

import io.stimloop.inference.response.NoiseFamily;
import io.stimloop.inference.response.ParameterAxis;
import io.stimloop.inference.response.Priors;
import io.stimloop.inference.response.Shape;
import io.stimloop.inference.response.TuningCurve;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** W1, the Gaussian bump with Poisson counts, and numbers worked out for it by an independent brute force. */
final class ReferenceCase {
    static final JsonNode SMALL = read("w1_small.json");
    static final JsonNode BIG = read("w1_big.json");
    static final double[][] STIMULI = IntStream.range(0, 61).mapToObj(s -> new double[]{-15 + 0.5 * s})
            .toArray(double[][]::new);
    static final int CEILING = 40;

    private static final double[] LOW = {0.2, 1, -12, 0.8};
    private static final double[] HIGH = {4.2, 16, 12, 6.8};

    private ReferenceCase() {}

    /** W1 on a grid of cell mid-points. */
    static TuningCurve model(int[] sizes, double[][] priors, int ceiling) {
        List<String> names = Shape.GAUSSIAN.parameters();
        List<ParameterAxis> axes = IntStream.range(0, 4)
                .mapToObj(
                        k -> new ParameterAxis(names.get(k), midPoints(LOW[k], HIGH[k], sizes[k]), priors[k]))
                .toList();
        return new TuningCurve(Shape.GAUSSIAN, Double.NaN, axes, NoiseFamily.POISSON, ceiling);
    }

    static TuningCurve flat(int[] sizes, int ceiling) {
        return model(sizes, IntStream.of(sizes).mapToObj(Priors::flat).toArray(double[][]::new), ceiling);
    }

    static double[] doubles(JsonNode array) {
        return IntStream.range(0, array.size()).mapToDouble(i -> array.get(i).asDouble()).toArray();
    }

    static void condition(GridBelief belief, JsonNode sequence, int trials) {
        for (int i = (int) belief.trials(); i < trials; i++) {
            JsonNode trial = sequence.get(i);
            belief.condition(STIMULI[trial.get(0).asInt()], new double[]{trial.get(1).asInt()});
        }
    }

    private static double[] midPoints(double low, double high, int n) {
        return IntStream.range(0, n).mapToDouble(i -> low + (i + 0.5) * (high - low) / n).toArray();
    }

    private static JsonNode read(String name) {
        try (InputStream in = ReferenceCase.class.getResourceAsStream("/reference/" + name)) {
            if (in == null) {
                throw new IOException("no test resource reference/" + name);
            }
            return JsonMapper.shared().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
