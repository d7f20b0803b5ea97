package io.stimloop.inference.grid;

import io.stimloop.inference.points.GroupedTrials;
import io.stimloop.inference.points.PointFamily;
import io.stimloop.numerics.kernel.Elementary;
import io.stimloop.numerics.kernel.Kernels;
import java.util.Arrays;

/** Learns all trials so far once more, on another grid: each distinct response to each distinct stimulus once. */
final class TrialsAgain {
    private final GridModel model;
    private final LikelihoodPass pass;
    private final Posterior posterior;
    private final double[] likelihood;
    private final double[] peaks = new double[2];

    private TrialsAgain(GridModel model) {
        this.model = model;
        this.pass = model.newPass();
        this.posterior = new Posterior(model.layout());
        this.likelihood = new double[model.layout().length()];
    }

    /** The posterior on the model's grid. */
    static Posterior learned(GridModel model, PointFamily family, GroupedTrials trials) {
        TrialsAgain again = new TrialsAgain(model);
        double[] logs = again.posterior.logs().clone();
        for (GroupedTrials.Group group : trials.groups()) {
            for (int i = 0; i < group.responses().length; i++) {
                again.add(family, group, i, logs);
            }
        }
        return new Posterior(again.model.layout(), logs);
    }

    /**
     * Of n values with mean m and squared deviations S the log likelihood is, in sum, n / 2 times that of
     * {@code m + sqrt(S / n)} and {@code m - sqrt(S / n)}.
     */
    private void add(PointFamily family, GroupedTrials.Group group, int i, double[] logs) {
        double response = group.responses()[i];
        double times = group.times()[i];
        double sd = Math.sqrt(group.squares()[i] / times);
        switch (family) {
            case COUNT, BINARY, CHOICE -> add(group.stimulus(), response, times, logs);
            case NORMAL -> {
                add(group.stimulus(), response + sd, times / 2, logs);
                add(group.stimulus(), response - sd, times / 2, logs);
            }
            case LOG_NORMAL -> {
                add(group.stimulus(), Elementary.exp(response + sd), times / 2, logs);
                add(group.stimulus(), Elementary.exp(response - sd), times / 2, logs);
            }
        }
    }

    private void add(double[] stimulus, double response, double times, double[] logs) {
        Arrays.fill(likelihood, 0);
        Arrays.fill(peaks, Double.NEGATIVE_INFINITY);
        pass.add(likelihood, 0, stimulus, new double[]{response}, peaks);
        Kernels.ARRAYS.addScaled(times, likelihood, 0, likelihood.length, logs, 0);
    }
}
