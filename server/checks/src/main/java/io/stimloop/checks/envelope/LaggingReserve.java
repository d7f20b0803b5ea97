package io.stimloop.checks.envelope;

import io.stimloop.control.safety.DoseReserve;

/** A reserve that grants what was asked for some time later, when it is told that this time has come. */
final class LaggingReserve implements DoseReserve {
    private final double[] asked;
    private final double[] granted;
    private final boolean lags;

    /** @param lags whether it waits at all */
    LaggingReserve(int sites, boolean lags) {
        asked = new double[sites];
        granted = new double[sites];
        this.lags = lags;
    }

    @Override
    public void ask(int site, double upToPicojoules) {
        asked[site] = Math.max(asked[site], upToPicojoules);
        granted[site] = lags ? granted[site] : asked[site];
    }

    @Override
    public double grantedPicojoules(int site) {
        return granted[site];
    }

    /** What was asked for so far is recorded. */
    void catchUp() {
        System.arraycopy(asked, 0, granted, 0, asked.length);
    }
}
