package io.stimloop.control.check;

import org.apache.commons.numbers.gamma.LogGamma;

/**
 * The evidence that numbers which should be standard normal are not: the ratio of their probability under a normal
 * law of unknown mean and variance, averaged over a normal-inverse-gamma prior (kappa = 1, alpha = beta = 2), to that
 * under the standard normal law. While the numbers are standard normal its expectation is 1, whenever one stops: an
 * e-value (Grunwald, de Heide and Koolen 2024, Journal of the Royal Statistical Society B 86). Mutable; not thread
 * safe.
 */
final class Evidence {
    private static final double KAPPA = 1;
    private static final double ALPHA = 2;
    private static final double BETA = 2;

    private double count;
    private double sum;
    private double squares;

    /** Takes up a number. */
    void add(double z) {
        count++;
        sum += z;
        squares += z * z;
    }

    /** Takes up all numbers of another. */
    void add(Evidence other) {
        count += other.count;
        sum += other.sum;
        squares += other.squares;
    }

    /** Forgets all numbers. */
    void clear() {
        count = 0;
        sum = 0;
        squares = 0;
    }

    /** The natural logarithm of the ratio; 0 before the first number. */
    double log() {
        double kappa = KAPPA + count;
        double alpha = ALPHA + count / 2;
        double beta = BETA + (squares - sum * sum / kappa) / 2;
        return ALPHA * StrictMath.log(BETA) - LogGamma.value(ALPHA) + LogGamma.value(alpha)
                - alpha * StrictMath.log(beta)
                + StrictMath.log(KAPPA / kappa) / 2 + squares / 2;
    }
}
