package io.stimloop.checks.journal;

import com.google.protobuf.ByteString;
import io.stimloop.v1.Decision;
import io.stimloop.v1.DecisionSource;
import io.stimloop.v1.JournalRecord;
import io.stimloop.v1.Outcome;
import io.stimloop.v1.Present;
import io.stimloop.v1.Receipt;
import io.stimloop.v1.ReceiptStatus;
import org.apache.commons.rng.UniformRandomProvider;

/** Records as an experiment makes them, with random contents. */
final class SampleRecords {
    private static final int MOST_COUNTS = 12;

    private final UniformRandomProvider random;
    private long trial;

    /**
     * The records after a trial.
     *
     * @param trial 0 at the beginning
     */
    SampleRecords(UniformRandomProvider random, long trial) {
        this.random = random;
        this.trial = trial;
    }

    JournalRecord opened() {
        return at()
                .setOpened(JournalRecord.Opened.newBuilder().setFormatVersion(1).setSoftwareVersion("check")
                        .setExperimentId("sample-" + Long.toHexString(random.nextLong()))
                        .setLimitsSha256(ByteString.copyFrom(new byte[random.nextInt(32)]))
                        .setBeliefDigest(random.nextLong()))
                .build();
    }

    /** One of the three records of a trial in turn, or now and then one that comes in between. */
    JournalRecord next(long index) {
        return switch ((int) (index % 3)) {
            case 0 -> random.nextInt(4) == 0 ? between() : commanded();
            case 1 -> taken();
            default -> at().setLearned(JournalRecord.Learned.newBuilder().setTrial(trial)
                    .setBeliefDigest(random.nextLong())).build();
        };
    }

    private JournalRecord commanded() {
        return at().setCommanded(JournalRecord.Commanded.newBuilder().setReason("search: 61 of 61 scored")
                .setPresent(Present.newBuilder().setTrial(trial + 1).addStimulus(random.nextDouble())
                        .setDecision(Decision.newBuilder().setSource(DecisionSource.SEARCH)
                                .setUtility(random.nextDouble()).setEvaluated(61).setCandidates(61))))
                .build();
    }

    private JournalRecord taken() {
        trial++;
        Outcome.Builder outcome = Outcome.newBuilder().setTrial(trial);
        for (int i = random.nextInt(MOST_COUNTS); i >= 0; i--) {
            outcome.addCounts(random.nextInt(300));
        }
        return at()
                .setTaken(JournalRecord.Taken.newBuilder().setOutcome(outcome)
                        .addPresented(random.nextDouble()))
                .build();
    }

    private JournalRecord between() {
        return at().setReceipt(Receipt.newBuilder().setTrial(trial + 1).setStatus(ReceiptStatus.DELIVERED)
                .setDetail("x".repeat(random.nextInt(200)))).build();
    }

    private JournalRecord.Builder at() {
        return JournalRecord.newBuilder().setAtNanos(random.nextLong() >>> 1);
    }
}
