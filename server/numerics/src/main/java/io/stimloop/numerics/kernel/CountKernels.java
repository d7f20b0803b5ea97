package io.stimloop.numerics.kernel;

/**
 * Adds the log probability of a spike count to a table of log probabilities, for rates laid out in rows.
 * Each pass also takes the old maximum out of the table, so that no pass of its own is needed for that.
 * Stateless.
 */
public interface CountKernels {
    /** A cell whose log probability is further below the maximum than this is no longer believed in. */
    double BELIEVED = -60;

    /** In {@code peaks}: the largest log probability after the pass. */
    int NEW_PEAK = 0;
    /** In {@code peaks}: the largest log likelihood among the cells believed in before the pass. */
    int LIKELIHOOD_PEAK = 1;

    /**
     * Poisson counts: {@code logs += count ln(rate) - rate - shift}. The term {@code -ln(count!)}, the same
     * for all cells, is left out.
     *
     * @param logs  modified, from index {@code from} on for {@code rows.size()} elements
     * @param count the spike count, from 0
     * @param shift maximum of {@code logs} before the pass
     * @param peaks the two maxima, raised where this pass exceeds them
     */
    void addPoisson(double[] logs, int from, RateRows rows, double gain, double count, double shift,
            double[] peaks);

    /**
     * Negative-binomial counts with variance {@code rate + dispersion rate^2}:
     * {@code logs += count ln(rate) - exponent ln(1 + dispersion rate) + constant - shift}.
     *
     * @param terms one of each for every column of {@code rows}
     * @see #addPoisson
     */
    void addNegativeBinomial(double[] logs, int from, RateRows rows, double gain, double count,
            DispersionTerms terms, double shift, double[] peaks);

    /**
     * What differs between the columns of a negative-binomial pass.
     *
     * @param dispersion above 0
     * @param exponent   count + 1 / dispersion
     * @param constant   the part of the log probability that does not depend on the rate
     */
    record DispersionTerms(double[] dispersion, double[] exponent, double[] constant) {}
}
