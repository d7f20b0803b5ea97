package io.stimloop.inference.glm;

import io.stimloop.inference.response.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * A generalised linear model of the count of each of some neurons:
 *
 * <pre>expected count = link(filter . x + bias + history . own earlier counts + coupling . others' earlier counts)</pre>
 *
 * with a normal prior of all weights. The weights theta of a neuron stand in this order; the regressors that go with
 * all but the filter are called its tail. Immutable.
 *
 * @param link     from eta to the expected count
 * @param units    neurons, from 1
 * @param filter   prior of the filter; its size is that of a stimulus
 * @param bias     prior of the bias
 * @param history  of a neuron's own counts in earlier trials
 * @param coupling of every other neuron's counts in earlier trials
 * @param driftSd  standard deviation of what each weight changes by from trial to trial, from 0
 */
public record GlmModel(Link link, int units, FilterPrior filter, Bias bias, Lags history, Lags coupling,
        double driftSd) {
    /**
     * What is added to eta whatever is presented.
     *
     * @param present false where there is none
     * @param mean    prior mean
     * @param sd      prior sd, above 0
     */
    public record Bias(boolean present, double mean, double sd) {
        /** There is none. */
        public static final Bias NONE = new Bias(false, 0, 1);
    }

    /**
     * How earlier counts matter.
     *
     * @param count    trials back, from 0, which is not at all
     * @param weightSd prior sd of each weight, about 0; above 0
     */
    public record Lags(int count, double weightSd) {
        /** They do not. */
        public static final Lags NONE = new Lags(0, 1);
    }

    /** A filter alone, of one neuron. */
    public static GlmModel ofFilter(Link link, FilterPrior filter) {
        return new GlmModel(link, 1, filter, Bias.NONE, Lags.NONE, Lags.NONE, 0);
    }

    /** Values of a stimulus. */
    public int stimulusSize() {
        return filter.size();
    }

    /** Weights of a neuron other than the filter's. */
    int tailSize() {
        return (bias.present ? 1 : 0) + history.count + (units - 1) * coupling.count;
    }

    /** Weights of a neuron. */
    public int size() {
        return stimulusSize() + tailSize();
    }

    /** Trials back that matter. */
    int mostLags() {
        return Math.max(history.count, units > 1 ? coupling.count : 0);
    }

    /** filter[i], bias, history[lag], coupling[other][lag]; the others are counted from 1 in the spec's order. */
    public List<String> parameterNames() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < stimulusSize(); i++) {
            names.add("filter[" + i + "]");
        }
        if (bias.present) {
            names.add("bias");
        }
        for (int lag = 1; lag <= history.count; lag++) {
            names.add("history[" + lag + "]");
        }
        for (int other = 1; other < units; other++) {
            for (int lag = 1; lag <= coupling.count; lag++) {
                names.add("coupling[" + other + "][" + lag + "]");
            }
        }
        return List.copyOf(names);
    }

    /** Prior mean of the weights. */
    double[] priorMean() {
        double[] mean = new double[size()];
        System.arraycopy(filter.mean(), 0, mean, 0, stimulusSize());
        if (bias.present) {
            mean[stimulusSize()] = bias.mean;
        }
        return mean;
    }

    /** Prior variance of a weight. */
    double priorVariance(int weight) {
        return weight < stimulusSize() ? filter.variance(weight) : square(tailSd(weight - stimulusSize()));
    }

    /**
     * Prior covariance of the weights.
     *
     * @param rank of the form of low rank, which takes the filter's weights as independent; 0 for the full one
     */
    WeightCovariance priorCovariance(int rank) {
        return rank == 0
                ? new FullCovariance(priorElements())
                : new LowRankCovariance(IntStream.range(0, size()).mapToDouble(this::priorVariance).toArray(),
                        rank);
    }

    private Covariance priorElements() {
        Covariance covariance = new Covariance(size());
        filter.fill(covariance);
        for (int i = stimulusSize(); i < size(); i++) {
            covariance.set(i, i, priorVariance(i));
        }
        return covariance;
    }

    double priorLogDeterminant() {
        double sum = filter.logDeterminant();
        for (int k = 0; k < tailSize(); k++) {
            sum += 2 * StrictMath.log(tailSd(k));
        }
        return sum;
    }

    /** Weights drawn from the prior. */
    double[] draw(UniformRandomProvider random) {
        double[] weights = priorMean();
        filter.draw(random, weights);
        var normal = ZigguratSampler.NormalizedGaussian.of(random);
        for (int k = 0; k < tailSize(); k++) {
            weights[stimulusSize() + k] += tailSd(k) * normal.sample();
        }
        return weights;
    }

    private double tailSd(int k) {
        int biases = bias.present ? 1 : 0;
        if (k < biases) {
            return bias.sd;
        }
        return k < biases + history.count ? history.weightSd : coupling.weightSd;
    }

    private static double square(double x) {
        return x * x;
    }
}
