package io.stimloop.inference.optogenetic;

import io.stimloop.inference.response.Link;

/**
 * The posterior of one neuron by brute force: every combination of weights that are 0 or not, and for each an integral
 * over the bias and the weights that are not, on a grid that reaches 5 prior sd to both sides.
 */
final class Enumeration {
    private static final double REACH = 5;

    private final OptogeneticModel model;
    private final int nodes;
    private final double[][] drives;
    private final double[] trials;
    private final double[] spikes;
    private final double[] theta;
    private double total;
    private final double[] sums;
    private final double[] squares;
    private final double[] connected;
    private double greatest = Double.NEGATIVE_INFINITY;

    /**
     * Integrates.
     *
     * @param stimuli distinct
     * @param trials  of each stimulus
     * @param spikes  of each stimulus, in all
     */
    Enumeration(OptogeneticModel model, int nodes, double[][] stimuli, double[] trials, double[] spikes) {
        this.model = model;
        this.nodes = nodes;
        this.trials = trials;
        this.spikes = spikes;
        this.drives = new double[stimuli.length][model.size()];
        for (int i = 0; i < stimuli.length; i++) {
            model.writeDrives(stimuli[i], drives[i]);
        }
        this.theta = new double[model.size()];
        this.sums = new double[model.size()];
        this.squares = new double[model.size()];
        this.connected = new double[model.targetCount()];
        walk(true);
        walk(false);
    }

    /** Over all states; first only for the greatest log weight, so that nothing overflows. */
    private void walk(boolean searching) {
        for (int state = 0; state < 1 << model.targetCount(); state++) {
            int on = Integer.bitCount(state);
            double prior = on * StrictMath.log(model.slab().connected())
                    + (model.targetCount() - on) * StrictMath.log(1 - model.slab().connected());
            integrate(0, state, prior, searching);
        }
    }

    private void integrate(int parameter, int state, double logWeight, boolean searching) {
        if (parameter == model.size()) {
            add(state, logWeight + logLikelihood(), searching);
            return;
        }
        if (parameter > 0 && (state >> (parameter - 1) & 1) == 0) {
            theta[parameter] = 0;
            integrate(parameter + 1, state, logWeight, searching);
            return;
        }
        double mean = parameter == 0 ? model.bias().mean() : model.slab().mean();
        double sd = parameter == 0 ? model.bias().sd() : model.slab().sd();
        double step = 2 * REACH / nodes;
        for (int i = 0; i < nodes; i++) {
            double z = -REACH + (i + 0.5) * step;
            theta[parameter] = mean + sd * z;
            integrate(parameter + 1, state,
                    logWeight - 0.5 * z * z + StrictMath.log(step / Math.sqrt(2 * Math.PI)), searching);
        }
    }

    private double logLikelihood() {
        double sum = 0;
        for (int i = 0; i < drives.length; i++) {
            double eta = 0;
            for (int k = 0; k < theta.length; k++) {
                eta += drives[i][k] * theta[k];
            }
            Link link = model.link();
            sum += spikes[i] * link.logRate(eta) - trials[i] * link.rate(eta);
        }
        return sum;
    }

    private void add(int state, double logWeight, boolean searching) {
        if (searching) {
            greatest = Math.max(greatest, logWeight);
            return;
        }
        double weight = StrictMath.exp(logWeight - greatest);
        total += weight;
        for (int k = 0; k < theta.length; k++) {
            sums[k] += weight * theta[k];
            squares[k] += weight * theta[k] * theta[k];
        }
        for (int k = 0; k < connected.length; k++) {
            connected[k] += (state >> k & 1) * weight;
        }
    }

    double mean(int parameter) {
        return sums[parameter] / total;
    }

    double sd(int parameter) {
        return Math.sqrt(squares[parameter] / total - mean(parameter) * mean(parameter));
    }

    double connected(int target) {
        return connected[target] / total;
    }
}
