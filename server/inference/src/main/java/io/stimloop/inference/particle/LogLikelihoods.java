package io.stimloop.inference.particle;

import io.stimloop.inference.points.GroupedTrials;
import io.stimloop.inference.points.PointFamily;
import io.stimloop.inference.points.PointLikelihood;
import io.stimloop.inference.points.PointModel;
import io.stimloop.numerics.kernel.Elementary;
import java.util.Arrays;

/** Log likelihoods of particles, of one trial or of all trials so far. Has working memory; not thread safe. */
final class LogLikelihoods {
    private final PointModel model;
    private final int size;
    private final double[][] columns;
    private final double[] ofOne;
    private final PointLikelihood likelihood;

    LogLikelihoods(PointModel model, int size) {
        this.model = model;
        this.size = size;
        this.columns = new double[model.columns()][size];
        this.ofOne = new double[size];
        this.likelihood = new PointLikelihood(model, size);
    }

    static long bytes(PointModel model, int size) {
        return (long) Double.BYTES * size * (model.columns() + 1) + PointLikelihood.bytes(model, size);
    }

    /** Those of one trial. */
    void of(double[] stimulus, double response, double[][] parameters, double[] out) {
        model.evaluate(stimulus, parameters, size, columns);
        likelihood.logLikelihoods(response, columns, size, out);
        if (model.family() == PointFamily.LOG_NORMAL && !(response > 0)) {
            // Impossible whatever the parameters are: it must not drown what is possible.
            Arrays.fill(out, 0, size, 0);
        }
    }

    /** Adds those of all trials. */
    void add(GroupedTrials trials, double[][] parameters, double[] out) {
        for (GroupedTrials.Group group : trials.groups()) {
            model.evaluate(group.stimulus(), parameters, size, columns);
            for (int i = 0; i < group.responses().length; i++) {
                add(group, i, out);
            }
        }
    }

    private void add(GroupedTrials.Group group, int i, double[] out) {
        double response = group.responses()[i];
        likelihood.logLikelihoods(
                model.family() == PointFamily.LOG_NORMAL ? Elementary.exp(response) : response, columns,
                size, ofOne);
        double times = group.times()[i];
        double half = -0.5 * group.squares()[i];
        for (int k = 0; k < size; k++) {
            out[k] = Math.fma(times, ofOne[k], out[k]);
        }
        if (half != 0) {
            double[] sds = columns[1];
            for (int k = 0; k < size; k++) {
                out[k] += half / (sds[k] * sds[k]);
            }
        }
    }
}
