package io.stimloop.inference.particle;

import io.stimloop.inference.points.PointFamily;
import io.stimloop.inference.points.PointModel;
import java.util.List;

/** Models whose posteriors are known. */
final class Models {
    private Models() {}

    /** What the columns are at a stimulus, of one point. */
    @FunctionalInterface
    private interface Columns {
        void of(double[] stimulus, double[] parameters, double[] out);
    }

    private record Plain(PointFamily family, int columns, List<String> parameterNames, String kind,
            Columns of)
            implements
                PointModel {
        @Override
        public void evaluate(double[] stimulus, double[][] parameters, int n, double[][] out) {
            double[] point = new double[parameters.length];
            double[] found = new double[columns];
            for (int k = 0; k < n; k++) {
                for (int p = 0; p < point.length; p++) {
                    point[p] = parameters[p][k];
                }
                of.of(stimulus, point, found);
                for (int c = 0; c < columns; c++) {
                    out[c][k] = found[c];
                }
            }
        }
    }

    /** A value about an unknown mean, whatever the stimulus. */
    static PointModel mean(double sd) {
        return new Plain(PointFamily.NORMAL, 2, List.of("mean"), "mean", (x, theta, out) -> {
            out[0] = theta[0];
            out[1] = sd;
        });
    }

    /** A positive value about an unknown log median. */
    static PointModel logMedian(double sd) {
        return new Plain(PointFamily.LOG_NORMAL, 2, List.of("logMedian"), "logMedian", (x, theta, out) -> {
            out[0] = theta[0];
            out[1] = sd;
        });
    }

    /** A coin of unknown bias. */
    static PointModel coin() {
        return new Plain(PointFamily.BINARY, 1, List.of("bias"), "coin",
                (x, theta, out) -> out[0] = Math.clamp(theta[0], 0, 1));
    }

    /** A Gaussian tuning curve of width 1 with unknown place and log height, Poisson. */
    static PointModel bump() {
        return new Plain(PointFamily.COUNT, 2, List.of("place", "logHeight"), "bump", (x, theta, out) -> {
            double off = x[0] - theta[0];
            out[0] = 0.5 + StrictMath.exp(Math.min(theta[1], 20) - off * off / 2);
            out[1] = 0;
        });
    }

    /** A cosine of unknown phase, normal. */
    static PointModel phase(double sd) {
        return new Plain(PointFamily.NORMAL, 2, List.of("phase"), "phase", (x, theta, out) -> {
            out[0] = StrictMath.cos(Math.toRadians(x[0] - theta[0]));
            out[1] = sd;
        });
    }

    /** Two sources in the plane (Foster et al. 2021, Deep Adaptive Design, section 5.1). */
    static PointModel sources() {
        return new Plain(PointFamily.NORMAL, 2, List.of("x1", "y1", "x2", "y2"), "sources",
                (x, theta, out) -> {
                    double sum = 0.1;
                    for (int s = 0; s < 4; s += 2) {
                        double dx = theta[s] - x[0];
                        double dy = theta[s + 1] - x[1];
                        sum += 1 / (1e-4 + dx * dx + dy * dy);
                    }
                    out[0] = StrictMath.log(sum);
                    out[1] = 0.5;
                });
    }
}
