package io.stimloop.checks.journal;

import io.stimloop.checks.CheckResult;

/** All that is tried on journals. */
public final class JournalCheck {
    private static final int RECORDS = 60;
    private static final int SEVERAL = 4;

    private JournalCheck() {}

    /**
     * Tries it.
     *
     * @param images     random ones
     * @param diskTrials of the run whose every call of the disk is failed
     * @param seed       of everything
     */
    public static CheckResult run(long images, int diskTrials, long seed) {
        Tally truncations = new Tally();
        Tally flips = new Tally();
        for (boolean close : new boolean[]{false, true}) {
            new SingleFaults(RECORDS, 1, close, seed, truncations).truncations();
            new SingleFaults(RECORDS, SEVERAL, close, seed, truncations).truncations();
            new SingleFaults(RECORDS, 1, close, seed, flips).flips();
            new SingleFaults(RECORDS, SEVERAL, close, seed, flips).flips();
        }
        Tally failedCalls = new Tally();
        long calls = new FailedCalls(diskTrials, seed, failedCalls).all();
        Tally random = new Tally();
        new RandomImages(seed, random).some(images);
        return result(truncations, flips, failedCalls, random).with("diskCalls", calls);
    }

    private static CheckResult result(Tally truncations, Tally flips, Tally calls, Tally random) {
        CheckResult result = new CheckResult(
                truncations.cases() + flips.cases() + calls.cases() + random.cases(),
                truncations.failures() + flips.failures() + calls.failures() + random.failures())
                .with("truncations", truncations.cases())
                .with("truncationsWronglyAccepted", truncations.failures())
                .with("bitFlips", flips.cases()).with("bitFlipsWronglyAccepted", flips.failures())
                .with("failedCalls", calls.cases()).with("acknowledgedBeyondRecovery", calls.failures())
                .with("randomImages", random.cases()).with("randomImagesWronglyRead", random.failures());
        for (Tally tally : new Tally[]{truncations, flips, calls, random}) {
            String failure = tally.firstFailure();
            if (failure != null) {
                return result.with("firstFailure", failure);
            }
        }
        return result;
    }
}
