package io.stimloop.inference.belief;

/** The predictive distribution of the response to one stimulus, unit by unit, as far as a check needs it. */
public interface ResponseForecast {
    /**
     * The mid-distribution function: P(R below the response) + P(R equal to it) / 2. Of a choice among several
     * alternatives, alternatives count as the lower the less likely they are.
     *
     * @param response of this unit, as in {@link Responses}
     * @return from 0 to 1
     */
    double midProbability(int unit, double response);

    /** P(R equal to the response); 0 where responses are continuous. */
    double probability(int unit, double response);
}
