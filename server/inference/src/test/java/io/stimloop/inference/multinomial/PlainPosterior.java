package io.stimloop.inference.multinomial;

import io.stimloop.inference.belief.Belief;
import io.stimloop.numerics.random.Streams;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/** The posterior of a multinomial model straight from its equations, for weights and the log odds of an unknown lapse. */
record PlainPosterior(Multinomial model, List<double[]> stimuli, List<Integer> choices) {
    /** Choices of a subject with weights spread from -1.5 to 1.5, at random stimuli from -2 to 2 in steps of 0.5. */
    static PlainPosterior simulated(Multinomial model, int trials, double lapse, long seed) {
        PlainPosterior posterior = new PlainPosterior(model, new ArrayList<>(), new ArrayList<>());
        UniformRandomProvider random = Streams.of(seed, 0, 0);
        double[] weights = new double[model.weights()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = 3 * random.nextDouble() - 1.5;
        }
        for (int t = 0; t < trials; t++) {
            double[] stimulus = new double[model.dimensions()];
            for (int d = 0; d < stimulus.length; d++) {
                stimulus[d] = random.nextInt(9) / 2.0 - 2;
            }
            double[] p = posterior.probabilities(weights, lapse, stimulus);
            double left = random.nextDouble();
            int choice = 0;
            while (choice < p.length - 1 && left >= p[choice]) {
                left -= p[choice];
                choice++;
            }
            posterior.stimuli.add(stimulus);
            posterior.choices.add(choice);
        }
        return posterior;
    }

    double[] probabilities(double[] weights, double lapse, double[] stimulus) {
        int alternatives = model.alternatives();
        double[] p = new double[alternatives];
        double sum = 0;
        for (int k = 0; k < alternatives; k++) {
            double logit = 0;
            if (k < alternatives - 1) {
                int first = k * (model.dimensions() + 1);
                logit = weights[first];
                for (int d = 0; d < stimulus.length; d++) {
                    logit += weights[first + 1 + d] * stimulus[d];
                }
            }
            p[k] = Math.exp(logit);
            sum += p[k];
        }
        for (int k = 0; k < alternatives; k++) {
            p[k] = (1 - lapse) * p[k] / sum + lapse / alternatives;
        }
        return p;
    }

    double lapse(double[] theta) {
        return model.lapse() instanceof Lapse.Known known
                ? known.rate()
                : 1 / (1 + Math.exp(-theta[theta.length - 1]));
    }

    double logDensity(double[] theta) {
        double lapse = lapse(theta);
        double sum = 0;
        for (int t = 0; t < choices.size(); t++) {
            sum += Math.log(probabilities(theta, lapse, stimuli.get(t))[choices.get(t)]);
        }
        for (int i = 0; i < model.weights(); i++) {
            sum -= theta[i] * theta[i] / (2 * model.weightSd() * model.weightSd());
        }
        return model.lapse() instanceof Lapse.Unknown prior
                ? sum + prior.a() * Math.log(lapse) + prior.b() * Math.log1p(-lapse)
                : sum;
    }

    /** Learns all trials. */
    <B extends Belief> B taught(B belief) {
        for (int t = 0; t < choices.size(); t++) {
            belief.condition(stimuli.get(t), new double[]{choices.get(t)});
        }
        return belief;
    }
}
