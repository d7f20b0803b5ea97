package io.stimloop.inference.glm;

import io.stimloop.inference.response.Link;
import io.stimloop.numerics.random.Streams;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** Models and stimuli for tests. */
final class Models {
    private Models() {}

    /** Independent weights of one neuron, all with a mean of 0. */
    static GlmModel plain(Link link, int size, double variance) {
        return GlmModel.ofFilter(link, new FilterPrior.Independent(new double[size], variance));
    }

    /** With everything there is: bias, history, coupling. */
    static GlmModel whole(Link link, int units, int size, double driftSd) {
        return new GlmModel(link, units, new FilterPrior.LowRank(new double[size], 0.05, new double[][]{
                IntStream.range(0, size).mapToDouble(i -> 0.3 / (1 + i)).toArray()}),
                new GlmModel.Bias(true, 0.5, 0.4), new GlmModel.Lags(2, 0.05), new GlmModel.Lags(1, 0.03),
                driftSd);
    }

    /** The model of the known answers: any mean and covariance. */
    static GlmModel of(Link link, double[] mean, double... covariance) {
        return GlmModel.ofFilter(link,
                new FilterPrior.Blocks(mean, List.of(new CovarianceBlock(mean.length, covariance))));
    }

    /** Stimuli on a sphere. */
    static double[][] sphere(int count, int size, double norm, long seed) {
        UniformRandomProvider random = Streams.of(seed, count, size);
        var normal = ZigguratSampler.NormalizedGaussian.of(random);
        double[][] rows = new double[count][];
        for (int i = 0; i < count; i++) {
            double[] row = normal.samples(size).toArray();
            double length = 0;
            for (double value : row) {
                length += value * value;
            }
            for (int k = 0; k < size; k++) {
                row[k] *= norm / Math.sqrt(length);
            }
            rows[i] = row;
        }
        return rows;
    }
}
