package io.stimloop.planning.search;

import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.DiscretePrediction;
import io.stimloop.inference.belief.Prediction;
import io.stimloop.inference.belief.Question;
import io.stimloop.inference.belief.ResponsePredictor;
import io.stimloop.inference.objective.Objective;
import io.stimloop.numerics.random.Streams;
import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.function.ToDoubleFunction;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * A neuron that fires or not, under a few hypotheses: p(1 given x) = sum over k of w_k q[x][k], exactly.
 * The weights are the belief; they are taken up by {@link #refresh()}.
 */
final class MixturePredictor implements ResponsePredictor {
    /** The mutual information between the response and the hypothesis, in nats. */
    static final Objective INFORMATION = of(prediction -> binaryEntropy(prediction.probabilities()[1])
            - prediction.conditionalEntropyNats());
    /** The probability that the neuron fires. */
    static final Objective FIRING = of(prediction -> prediction.probabilities()[1]);

    private final double[][] firing;
    private final double[] belief;
    private final double[] taken;
    private final IntConsumer onPredict;

    /**
     * @param firing    p(1 given x, k): one row per candidate x, one column per hypothesis k
     * @param belief    probability of each hypothesis; not copied, so that a test can change its mind
     * @param onPredict called with the candidate at the start of each prediction
     */
    MixturePredictor(double[][] firing, double[] belief, IntConsumer onPredict) {
        this.firing = firing;
        this.belief = belief;
        this.taken = belief.clone();
        this.onPredict = onPredict;
    }

    /** Any function of the prediction. */
    static Objective of(ToDoubleFunction<DiscretePrediction> utility) {
        return new Objective() {
            @Override
            public Question question() {
                return Question.INFORMATION;
            }

            @Override
            public double utility(Prediction prediction) {
                return utility.applyAsDouble((DiscretePrediction) prediction);
            }

            @Override
            public boolean prompt() {
                return true;
            }
        };
    }

    /** One hypothesis: the candidates fire with these probabilities. */
    static MixturePredictor firing(double... probabilities) {
        return firing(candidate -> {}, probabilities);
    }

    static MixturePredictor firing(IntConsumer onPredict, double... probabilities) {
        double[][] rows = Arrays.stream(probabilities).mapToObj(p -> new double[]{p})
                .toArray(double[][]::new);
        return new MixturePredictor(rows, new double[]{1}, onPredict);
    }

    /** Eight hypotheses of equal probability, drawn at random. */
    static MixturePredictor random(int candidates, long seed) {
        UniformRandomProvider random = Streams.of(seed, candidates, 0);
        double[][] rows = new double[candidates][8];
        for (double[] row : rows) {
            Arrays.setAll(row, k -> random.nextDouble());
        }
        double[] even = new double[8];
        Arrays.fill(even, 1.0 / 8);
        return new MixturePredictor(rows, even, candidate -> {});
    }

    @Override
    public int candidates() {
        return firing.length;
    }

    @Override
    public void refresh() {
        System.arraycopy(belief, 0, taken, 0, belief.length);
    }

    @Override
    public View newView() {
        Mixture mixture = new Mixture();
        return candidate -> {
            onPredict.accept(candidate);
            return mixture.of(firing[candidate], taken);
        };
    }

    @Override
    public ResponsePredictor over(Belief other) {
        return this;
    }

    @Override
    public long bytes() {
        return 8L * firing.length * belief.length;
    }

    private static double binaryEntropy(double p) {
        return plogp(p) + plogp(1 - p);
    }

    private static double plogp(double p) {
        return p > 0 ? -p * StrictMath.log(p) : 0;
    }

    /** Working memory of one view. */
    private static final class Mixture implements DiscretePrediction {
        private final double[] probabilities = new double[2];
        private double conditionalEntropyNats;

        Mixture of(double[] firing, double[] weights) {
            double one = 0;
            conditionalEntropyNats = 0;
            for (int k = 0; k < firing.length; k++) {
                one += weights[k] * firing[k];
                conditionalEntropyNats += weights[k] * binaryEntropy(firing[k]);
            }
            probabilities[0] = 1 - one;
            probabilities[1] = one;
            return this;
        }

        @Override
        public int symbols() {
            return 2;
        }

        @Override
        public double[] probabilities() {
            return probabilities;
        }

        @Override
        public double conditionalEntropyNats() {
            return conditionalEntropyNats;
        }
    }
}
