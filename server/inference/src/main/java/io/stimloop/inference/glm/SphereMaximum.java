package io.stimloop.inference.glm;

import java.util.Arrays;

/**
 * The maximum of {@code sum_k (lambda_k y_k^2 + 2 b_k y_k)} over {@code |y| = radius}: the secular equation
 * {@code |(lambda I - diag(lambda_k))^-1 b| = radius} for lambda at or above the greatest lambda_k (Gould, Lucidi, Roma
 * and Toint 1999). Has working memory; not thread safe.
 */
final class SphereMaximum {
    private static final int MOST_STEPS = 100;
    private static final double RELATIVE = 1e-14;

    private final double[] y = new double[KrylovSpace.MOST_DIMENSIONS];

    /**
     * Finds it.
     *
     * @param lambda {@code n} numbers, from 1
     * @param radius from 0
     * @return the maximum; the place is {@link #place}
     */
    double find(double[] lambda, double[] b, int n, double radius) {
        if (radius == 0) {
            Arrays.fill(y, 0);
            return 0;
        }
        int top = 0;
        double length = 0;
        for (int k = 0; k < n; k++) {
            top = lambda[k] > lambda[top] ? k : top;
            length += b[k] * b[k];
        }
        length = Math.sqrt(length);
        // Above the greatest, because |y| would be infinite there; by at most |b| / radius, where |y| is below radius.
        double low = Math.abs(b[top]) / radius;
        double high = length / radius;
        double above = high > 0 ? root(lambda, b, n, lambda[top], low, high, radius) : 0;
        for (int k = 0; k < n; k++) {
            double gap = above + (lambda[top] - lambda[k]);
            y[k] = gap > 0 ? b[k] / gap : 0;
        }
        return fill(lambda, b, n, top, radius);
    }

    /** How far lambda lies above the greatest: Newton's steps on 1 / |y|, which is nearly straight, in a bracket. */
    private static double root(double[] lambda, double[] b, int n, double greatest, double from, double to,
            double radius) {
        double low = from;
        double high = to;
        double above = low > 0 ? low : high * RELATIVE;
        for (int step = 0; step < MOST_STEPS; step++) {
            double squares = 0;
            double slope = 0;
            for (int k = 0; k < n; k++) {
                double gap = above + (greatest - lambda[k]);
                double part = b[k] / gap;
                squares += part * part;
                slope += part * part / gap;
            }
            double norm = Math.sqrt(squares);
            if (norm > radius) {
                low = above;
            } else {
                high = above;
            }
            double next = above + (norm - radius) / radius * squares / slope;
            next = next > low && next < high ? next : 0.5 * (low + high);
            if (!(Math.abs(next - above) > RELATIVE * above)) {
                break;
            }
            above = next;
        }
        return above;
    }

    /** Brings y to its length: what is missing goes into the top direction, to the side that b points to. */
    private double fill(double[] lambda, double[] b, int n, int top, double radius) {
        double others = 0;
        for (int k = 0; k < n; k++) {
            others += k == top ? 0 : y[k] * y[k];
        }
        double left = radius * radius - others;
        y[top] = left > 0 ? Math.copySign(Math.sqrt(left), b[top]) : 0;
        double shrink = left < 0 ? radius / Math.sqrt(others) : 1;
        double value = 0;
        for (int k = 0; k < n; k++) {
            y[k] *= shrink;
            value += y[k] * (lambda[k] * y[k] + 2 * b[k]);
        }
        return value;
    }

    /** Where the maximum is; not to be modified. */
    double[] place() {
        return y;
    }
}
