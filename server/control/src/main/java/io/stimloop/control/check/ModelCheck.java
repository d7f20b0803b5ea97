package io.stimloop.control.check;

import io.stimloop.inference.belief.ResponseForecast;
import io.stimloop.numerics.random.Streams;
import org.apache.commons.numbers.gamma.InverseErfc;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Compares what is observed with what was predicted. While the model is right, the predictive distribution functions
 * at the observed responses, randomised where responses are discrete, are independent and uniform (Dawid 1984, Journal
 * of the Royal Statistical Society A 147); their normal scores are weighed against every other normal law. The
 * misfit is weighed over all trials; drift over every stretch of trials that ends now, of which a Shiryaev-Roberts sum
 * is kept. Both bounds hold however often one looks: the chance that a right model ever raises an alarm within
 * {@value #TRIALS} trials is at most the one given. Mutable; not thread safe.
 */
public final class ModelCheck {
    /** Trials over which the chance of a false alarm is given. */
    public static final int TRIALS = 1000;

    /** Stretches of up to so many trials are looked at for drift. */
    private static final int LONGEST_STRETCH = 128;
    private static final double LEAST = 1e-15;
    /** An alarm goes down again when its p-value is back at this. */
    private static final double RECOVERED = 0.5;
    private static final long PURPOSE = 0x6d6f64656c6368L;

    private final double falseAlarm;
    private final long seed;
    private final Evidence all = new Evidence();
    private final Evidence latest = new Evidence();
    private final Evidence[] stretches = new Evidence[LONGEST_STRETCH];
    private long trials;
    private double latestPValue = 1;
    private boolean misfit;
    private boolean drift;

    /**
     * A check before the first trial.
     *
     * @param falseAlarm chance of a false alarm, above 0 and below 1; half of it for each kind
     * @param seed       of the experiment
     */
    public ModelCheck(double falseAlarm, long seed) {
        this.falseAlarm = falseAlarm;
        this.seed = seed;
        for (int i = 0; i < stretches.length; i++) {
            stretches[i] = new Evidence();
        }
    }

    /**
     * What the checks have found.
     *
     * @param trials       checked
     * @param latestPValue of the latest response: twice the probability of one at least as far out, on the side where
     *                     it is, at most 1; of the unit where it is smallest, times their number
     * @param misfitPValue of all trials
     * @param driftPValue  of the recent ones
     * @param misfit       whether the alarm is up
     * @param drift        whether the alarm is up
     */
    public record Result(long trials, double latestPValue, double misfitPValue, double driftPValue,
            boolean misfit,
            boolean drift) {}

    /**
     * Scores and weighs a response. May take as long as a decision: the forecast works its probabilities out only now.
     *
     * @param forecast of the response to what was presented, made before the belief learned it
     * @param response as the belief learned it; NaN of units that are left out
     */
    public void weigh(ResponseForecast forecast, double[] response) {
        UniformRandomProvider random = Streams.of(seed, trials, PURPOSE);
        latest.clear();
        double smallest = 1;
        int scored = 0;
        for (int unit = 0; unit < response.length; unit++) {
            if (Double.isNaN(response[unit])) {
                continue;
            }
            double middle = forecast.midProbability(unit, response[unit]);
            double equal = forecast.probability(unit, response[unit]);
            double u = Math.clamp(middle + (random.nextDouble() - 0.5) * equal, LEAST, 1 - LEAST);
            latest.add(-Math.sqrt(2) * InverseErfc.value(2 * u));
            smallest = Math.min(smallest, 2 * Math.min(middle, 1 - middle) + equal);
            scored++;
        }
        if (scored > 0) {
            latestPValue = Math.min(1, smallest * scored);
            trials++;
            takeUpLatest();
        }
    }

    /** The latest scores are part of every stretch that ends with them: they are added up once, for all stretches. */
    private void takeUpLatest() {
        stretches[(int) (trials % LONGEST_STRETCH)].clear();
        all.add(latest);
        for (Evidence stretch : stretches) {
            stretch.add(latest);
        }
        misfit = alarm(misfit, misfitPValue());
        drift = alarm(drift, driftPValue());
    }

    /** What was found so far. */
    public Result result() {
        return new Result(trials, latestPValue, misfitPValue(), driftPValue(), misfit, drift);
    }

    /** Whether an alarm is up. */
    public boolean alarm() {
        return misfit || drift;
    }

    private boolean alarm(boolean up, double pValue) {
        return up ? pValue < RECOVERED : pValue <= falseAlarm / 2;
    }

    private double misfitPValue() {
        return Math.min(1, StrictMath.exp(-all.log()));
    }

    /** By Doob's inequality: the sum over stretches less the number of trials is a martingale. */
    private double driftPValue() {
        double sum = 0;
        for (int i = 0; i < Math.min(trials, LONGEST_STRETCH); i++) {
            sum += StrictMath.exp(stretches[(int) ((trials - i) % LONGEST_STRETCH)].log());
        }
        return sum > 0 ? Math.min(1, TRIALS / sum) : 1;
    }
}
