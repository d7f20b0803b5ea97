package io.stimloop.inference.optogenetic;

import io.stimloop.inference.response.Link;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The count of each of some neurons, driven by light at some targets:
 *
 * <pre>expected count = link(bias + sum_k weight_k s(w_k))</pre>
 *
 * with a normal prior of the bias, and weights that are 0 with probability {@code 1 - slab.connected}, else normal.
 * Within a neuron, parameters stand in this order: the bias, then the weights in the order of the targets. Immutable.
 *
 * @param link    from eta to the expected count
 * @param units   neurons, from 1
 * @param targets their names, at least one; a stimulus has a power for each; not to be modified
 * @param opsin   from power to drive
 * @param bias    mean and sd of its prior
 * @param slab    prior of a weight
 */
public record OptogeneticModel(Link link, int units, List<String> targets, OpsinCurve opsin, Bias bias,
        Slab slab) {
    private static final String BIAS = "bias";
    private static final String WEIGHT = "weight.";
    private static final String CONNECTED = "connected.";

    /**
     * The normal prior of eta without light.
     *
     * @param sd above 0
     */
    public record Bias(double mean, double sd) {}

    /** Values of a stimulus. */
    public int targetCount() {
        return targets.size();
    }

    /** The bias and the weights of a neuron. */
    public int size() {
        return 1 + targetCount();
    }

    /** bias, weight.TARGET for all, connected.TARGET for all: the probability, or whether, the weight is not 0. */
    public List<String> parameterNames() {
        List<String> names = new ArrayList<>();
        names.add(BIAS);
        targets.forEach(target -> names.add(WEIGHT + target));
        targets.forEach(target -> names.add(CONNECTED + target));
        return List.copyOf(names);
    }

    /** Of the parameters whose names these are, the one of bias and weights that stands for it: its own weight. */
    int weightOf(int parameter) {
        return parameter < size() ? parameter : parameter - targetCount();
    }

    /** Prior variance of a parameter, that of whether a target is connected among them. */
    double priorVariance(int parameter) {
        if (parameter == 0) {
            return bias.sd * bias.sd;
        }
        return parameter < size() ? slab.variance() : slab.connected() * (1 - slab.connected());
    }

    /** The bias' regressor, 1, and the drives of the targets. */
    void writeDrives(double[] stimulus, double[] out) {
        out[0] = 1;
        for (int k = 0; k < stimulus.length; k++) {
            out[k + 1] = opsin.drive(stimulus[k]);
        }
    }

    /**
     * All parameters of a neuron.
     *
     * @param weights the bias, then the weights; what follows is not looked at
     */
    double[] parameters(double[] weights) {
        double[] all = Arrays.copyOf(weights, size() + targetCount());
        for (int k = 1; k < size(); k++) {
            all[k + targetCount()] = weights[k] == 0 ? 0 : 1;
        }
        return all;
    }
}
