package io.stimloop.inference.map;

import io.stimloop.numerics.kernel.Elementary;

/**
 * Mass, mean and variance of f at one stimulus under a normal density times the likelihood of the counts there, by the
 * trapezoid rule over where there is any mass. Not thread safe.
 */
final class TiltedMoments {
    private static final int COARSE = 32;
    /** Fine enough for the edge that many counts of 0 make in a wide density. */
    private static final int FINE = 192;
    /** Natural logarithm of how much less than the greatest density does not count. */
    private static final double DEEP = 25;
    private static final double REACH_SD = 8;
    /** Each pass finds where the mass is to within a few intervals of the pass before. */
    private static final int MOST_PASSES = 12;
    private static final double LOG_TWO_PI = StrictMath.log(2 * Math.PI);

    private final CountLikelihood likelihood;
    private final double[] logs = new double[FINE + 1];
    private double from;
    private double step;
    private int intervals;
    private double greatest;
    private double mass;
    private double mean;
    private double variance;
    private double logNormaliser;

    TiltedMoments(CountLikelihood likelihood) {
        this.likelihood = likelihood;
    }

    /**
     * Works out the moments.
     *
     * @param sum    of the counts
     * @param visits number of counts
     */
    void of(double sum, double visits, double location, double spread) {
        enclose(sum, visits, location, spread);
        double before = Double.POSITIVE_INFINITY;
        for (int pass = 0; pass < MOST_PASSES && step < before / 2; pass++) {
            before = step;
            evaluate(sum, visits, location, spread);
            narrow();
        }
        step *= (double) COARSE / FINE;
        intervals = FINE;
        evaluate(sum, visits, location, spread);
        integrate();
        logNormaliser = 0.5 * (LOG_TWO_PI + Elementary.log(spread));
    }

    /** Natural logarithm of the mass: the expected likelihood, but for what does not depend on f. */
    double logMass() {
        return greatest + Elementary.log(mass * step) - logNormaliser;
    }

    double mean() {
        return mean;
    }

    double variance() {
        return variance;
    }

    /** The mode lies between that of the density and that of the likelihood, and no farther than its slope can pull. */
    private void enclose(double sum, double visits, double location, double spread) {
        double likeliest = Math.max(likelihood.best(sum / visits), location - visits * spread);
        double sd = Math.sqrt(spread);
        from = Math.min(location, likeliest) - REACH_SD * sd;
        step = (Math.max(location, likeliest) + REACH_SD * sd - from) / COARSE;
        intervals = COARSE;
    }

    private void evaluate(double sum, double visits, double location, double spread) {
        greatest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i <= intervals; i++) {
            double f = from + i * step;
            double away = f - location;
            logs[i] = likelihood.value(sum, visits, f) - 0.5 * away * away / spread;
            greatest = Math.max(greatest, logs[i]);
        }
    }

    private void narrow() {
        int first = 0;
        while (logs[first] < greatest - DEEP) {
            first++;
        }
        int last = COARSE;
        while (logs[last] < greatest - DEEP) {
            last--;
        }
        first = Math.max(0, first - 1);
        last = Math.min(COARSE, last + 1);
        from += first * step;
        step *= (double) (last - first) / COARSE;
    }

    private void integrate() {
        mass = 0;
        double first = 0;
        double second = 0;
        for (int i = 0; i <= intervals; i++) {
            double weight = Elementary.exp(logs[i] - greatest);
            double f = i * step;
            mass += weight;
            first += weight * f;
            second += weight * f * f;
        }
        double offset = first / mass;
        mean = from + offset;
        variance = second / mass - offset * offset;
    }
}
