package io.stimloop.inference.multinomial;

/** What is known of the probability of a choice that does not look at the stimulus. */
public sealed interface Lapse {
    /**
     * It is known.
     *
     * @param rate from 0 to below 1
     */
    record Known(double rate) implements Lapse {
        /** @throws IllegalArgumentException when it is out of its range */
        public Known {
            if (!(rate >= 0) || rate >= 1) {
                throw new IllegalArgumentException("rate: " + rate + " must be from 0 to below 1");
            }
        }
    }

    /**
     * It is not known; its prior density is proportional to {@code v^(a - 1) (1 - v)^(b - 1)}.
     *
     * @param a at least 0.1
     * @param b at least 0.1
     */
    record Unknown(double a, double b) implements Lapse {}
}
