package io.stimloop.control.safety;

import java.util.Arrays;

/**
 * Records doses as spent before they are used, where that survives a crash, so that a crash can only over-count them.
 * Called by one experiment's writer.
 */
public interface DoseReserve {
    /**
     * Asks that the dose of a site be recorded as spent up to here. Returns at once; whether and when it is granted shows
     * in {@link #grantedPicojoules}.
     *
     * @param site a target in the order of the light output; after the last, all of them together
     */
    void ask(int site, double upToPicojoules);

    /**
     * Up to which dose of a site is recorded. What was granted before an experiment is opened counts as spent.
     *
     * @return from 0; never falls
     */
    double grantedPicojoules(int site);

    /** One that grants at once and forgets with the process: for an experiment without a journal. */
    static DoseReserve inMemory(int sites) {
        double[] granted = new double[sites];
        return new DoseReserve() {
            @Override
            public void ask(int site, double upToPicojoules) {
                granted[site] = Math.max(granted[site], upToPicojoules);
            }

            @Override
            public double grantedPicojoules(int site) {
                return granted[site];
            }

            @Override
            public String toString() {
                return "in memory: " + Arrays.toString(granted);
            }
        };
    }
}
