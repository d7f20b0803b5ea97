package io.stimloop.inference.optogenetic;

import io.stimloop.inference.response.Link;
import io.stimloop.numerics.random.Streams;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.CombinationSampler;

/** Small optogenetic models and stimuli for them. */
final class Optogenetics {
    static final double[] POWERS = {1, 3, 8};

    private Optogenetics() {}

    /** A quarter of the targets excites a neuron. */
    static OptogeneticModel model(Link link, int units, int targets) {
        return model(link, units, targets, 0.25);
    }

    static OptogeneticModel model(Link link, int units, int targets, double connected) {
        List<String> names = IntStream.range(0, targets).mapToObj(k -> "t" + k).toList();
        return new OptogeneticModel(link, units, names, new OpsinCurve(3, 2),
                new OptogeneticModel.Bias(0.3, 0.6),
                link == Link.EXPONENTIAL ? new Slab(1.5, 0.5, connected) : new Slab(5, 2, connected));
    }

    /** All single targets at all powers, then so many sets of two or three at the greatest power. */
    static double[][] stimuli(int targets, int sets, long seed) {
        List<double[]> rows = new ArrayList<>();
        for (int k = 0; k < targets; k++) {
            for (double power : POWERS) {
                double[] row = new double[targets];
                row[k] = power;
                rows.add(row);
            }
        }
        UniformRandomProvider random = Streams.of(seed, 0, 1);
        for (int i = 0; i < sets; i++) {
            double[] row = new double[targets];
            for (int k : new CombinationSampler(random, targets, Math.min(targets, 2 + i % 2)).sample()) {
                row[k] = POWERS[POWERS.length - 1];
            }
            rows.add(row);
        }
        return rows.toArray(double[][]::new);
    }
}
