package io.stimloop.inference.response;

import io.stimloop.numerics.special.LogGamma;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;

/**
 * The distribution of a spike count about its expectation: variance = rate + dispersion rate^2. Poisson for
 * dispersion 0, negative binomial above. Everything follows from one probability and the ratio of
 * neighbouring ones, which is the same expression for both.
 *
 * @param dispersion from 0
 */
public record CountNoise(double dispersion) {
    /** Up to it, products over the counts are taken factor by factor; above, from the gamma function. */
    private static final int FACTOR_BY_FACTOR = 4096;
    /** A product times any one factor is still finite. */
    private static final double LARGE_PRODUCT = 1e200;

    /**
     * The part of {@link #logProbability} that does not depend on the rate:
     * {@code ln(prod_{i < count} (1 + i dispersion)) - ln(count!)}.
     */
    public double logConstant(int count) {
        return logRisingProduct(count) - LogGamma.ofFactorial(count);
    }

    /** The natural logarithm of the probability of a count; the rate is above 0. */
    public double logProbability(int count, double rate) {
        double spread = dispersion == 0
                ? rate
                : (count + 1 / dispersion) * StrictMath.log1p(dispersion * rate);
        return count * StrictMath.log(rate) - spread + logConstant(count);
    }

    /**
     * Fills in the probabilities of the counts 0, 1, ... at a rate; the last element stands for "this count
     * or more".
     *
     * @param rate above 0
     * @param p    receives the probabilities
     * @param symbols how many
     */
    public void fill(double rate, double[] p, int symbols) {
        int last = symbols - 1;
        int start = (int) Math.min(rate / (1 + dispersion), last);
        p[start] = StrictMath.exp(logProbability(start, rate));
        for (int count = start; count < last; count++) {
            p[count + 1] = p[count] * ratio(count, rate);
        }
        for (int count = start; count > 0; count--) {
            p[count - 1] = p[count] / ratio(count - 1, rate);
        }
        p[last] = StrictMath.exp(logTail(last, rate));
    }

    /**
     * The natural logarithm of the probability of a count of {@code least} or more: where that is the far
     * tail the sum over it, else 1 less the sum below it, so that no digits are lost in either.
     */
    public double logTail(int least, double rate) {
        if (least == 0) {
            return 0;
        }
        if (least > rate) {
            return logProbability(least, rate) + StrictMath.log(sumUpwards(least, rate));
        }
        double below = StrictMath.exp(logProbability(least - 1, rate)) * sumDownwards(least - 1, rate);
        return StrictMath.log1p(-Math.min(below, 1));
    }

    /** The least number of symbols that leaves a probability below {@code tail} to the counts beyond. */
    public int symbols(double rate, double tail) {
        double logGoal = StrictMath.log(tail);
        int enough = 1;
        while (logTail(enough, rate) > logGoal) {
            enough = Math.multiplyExact(enough, 2);
        }
        int tooFew = enough / 2;
        while (enough - tooFew > 1) {
            int middle = (enough + tooFew) / 2;
            if (logTail(middle, rate) > logGoal) {
                tooFew = middle;
            } else {
                enough = middle;
            }
        }
        return enough + 1;
    }

    /**
     * Draws a count: Poisson, of a rate that scatters as a gamma variable where the dispersion is above 0.
     *
     * @param rate from 0
     */
    public int draw(double rate, UniformRandomProvider random) {
        double actual = dispersion == 0 || rate == 0
                ? rate
                : AhrensDieterMarsagliaTsangGammaSampler.of(random, 1 / dispersion, dispersion * rate)
                        .sample();
        return actual > 0 ? PoissonSampler.of(random, actual).sample() : 0;
    }

    /** p(count + 1) / p(count). */
    private double ratio(int count, double rate) {
        return rate * (1 + dispersion * count) / ((count + 1.0) * (1 + dispersion * rate));
    }

    /** {@code sum_{i >= 0} p(count + i) / p(count)}. */
    private double sumUpwards(int count, double rate) {
        double sum = 0;
        double term = 1;
        for (int i = count; term > sum * Math.ulp(0.25); i++) {
            sum += term;
            term *= ratio(i, rate);
        }
        return sum;
    }

    /** {@code sum_{i >= 0} p(count - i) / p(count)}. */
    private double sumDownwards(int count, double rate) {
        double sum = 1;
        double term = 1;
        for (int i = count - 1; i >= 0 && term > sum * Math.ulp(0.25); i--) {
            term /= ratio(i, rate);
            sum += term;
        }
        return sum;
    }

    private double logRisingProduct(int count) {
        if (dispersion == 0) {
            return 0;
        }
        if (count > FACTOR_BY_FACTOR) {
            double shape = 1 / dispersion;
            return LogGamma.of(count + shape) - LogGamma.of(shape) + count * StrictMath.log(dispersion);
        }
        double sum = 0;
        double product = 1;
        for (int i = 1; i < count; i++) {
            product *= 1 + i * dispersion;
            if (product > LARGE_PRODUCT) {
                sum += StrictMath.log(product);
                product = 1;
            }
        }
        return sum + StrictMath.log(product);
    }
}
