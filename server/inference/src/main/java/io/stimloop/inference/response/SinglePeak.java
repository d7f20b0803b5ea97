package io.stimloop.inference.response;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Integrates a density that rises to one peak and falls, and draws from it. The range where it is worth anything is
 * cut into panels of one width; each is integrated by Gauss and Legendre's rule, and bounded by a box, for the
 * density is greatest at one of a panel's ends or at the peak. A draw takes a place under the boxes and keeps it
 * where it is under the density too (rejection, exact). Immutable.
 */
final class SinglePeak {
    /** What is farther below the peak, in nats, is less than a rounding error of the whole. */
    private static final double DEPTH = 45;

    private static final int PANELS = 128;
    private static final int HALVINGS = 200;

    /** Nodes above 0 and weights of the rule with 16 nodes on [-1, 1] (Abramowitz and Stegun 1964, table 25.4). */
    private static final double[] NODES = {0.095012509837637440185, 0.281603550779258913230,
            0.458016777657227386342, 0.617876244402643748447, 0.755404408355003033895,
            0.865631202387831743880, 0.944575023073232576078, 0.989400934991649932596};
    private static final double[] WEIGHTS = {0.189450610455068496285, 0.182603415044923588867,
            0.169156519395002538189, 0.149595988816576732081, 0.124628971255533872052,
            0.095158511682492784810, 0.062253523938647892863, 0.027152459411754094852};

    private final DoubleUnaryOperator logDensity;
    private final double peak;
    private final double peakLog;
    private final double from;
    private final double width;
    private final double[] bounds = new double[PANELS];
    private final double[] boxesUpTo = new double[PANELS];

    /**
     * Takes the measure of a density.
     *
     * @param logDensity its logarithm, up to a constant; finite at the peak, not NaN anywhere
     * @param from       where it begins, finite
     * @param to         where it ends, finite, above {@code from}
     */
    SinglePeak(DoubleUnaryOperator logDensity, double from, double to) {
        this.logDensity = logDensity;
        this.peak = peak(logDensity, from, to);
        this.peakLog = logDensity.applyAsDouble(peak);
        this.from = edge(from);
        this.width = (edge(to) - this.from) / PANELS;
        fillBoxes();
    }

    /** Natural logarithm of the integral of the density. */
    double logIntegral() {
        double sum = 0;
        for (int panel = 0; panel < PANELS; panel++) {
            double middle = from + (panel + 0.5) * width;
            for (int i = 0; i < NODES.length; i++) {
                double step = NODES[i] * width / 2;
                sum += WEIGHTS[i] * (height(middle - step) + height(middle + step));
            }
        }
        return peakLog + StrictMath.log(sum * width / 2);
    }

    /** A draw. */
    double sample(UniformRandomProvider random) {
        while (true) {
            double under = random.nextDouble() * boxesUpTo[PANELS - 1];
            int found = Arrays.binarySearch(boxesUpTo, under);
            int panel = Math.min(found < 0 ? -found - 1 : found, PANELS - 1);
            double place = from + (panel + random.nextDouble()) * width;
            if (random.nextDouble() * bounds[panel] < height(place)) {
                return place;
            }
        }
    }

    private double height(double place) {
        return StrictMath.exp(logDensity.applyAsDouble(place) - peakLog);
    }

    private void fillBoxes() {
        double sum = 0;
        for (int panel = 0; panel < PANELS; panel++) {
            double left = from + panel * width;
            double right = from + (panel + 1) * width;
            bounds[panel] = left <= peak && peak <= right ? 1 : Math.max(height(left), height(right));
            sum += bounds[panel];
            boxesUpTo[panel] = sum;
        }
    }

    private static double peak(DoubleUnaryOperator logDensity, double from, double to) {
        double low = from;
        double high = to;
        for (int i = 0; i < HALVINGS; i++) {
            double third = (high - low) / 3;
            if (logDensity.applyAsDouble(low + third) < logDensity.applyAsDouble(high - third)) {
                low += third;
            } else {
                high -= third;
            }
        }
        return best(logDensity, low, best(logDensity, from, to));
    }

    private static double best(DoubleUnaryOperator logDensity, double a, double b) {
        return logDensity.applyAsDouble(a) >= logDensity.applyAsDouble(b) ? a : b;
    }

    /** The place between the peak and an end where the density has become nothing; the end where it has not. */
    private double edge(double end) {
        if (logDensity.applyAsDouble(end) >= peakLog - DEPTH) {
            return end;
        }
        double inside = peak;
        double outside = end;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = inside + (outside - inside) / 2;
            if (logDensity.applyAsDouble(middle) >= peakLog - DEPTH) {
                inside = middle;
            } else {
                outside = middle;
            }
        }
        return outside;
    }
}
