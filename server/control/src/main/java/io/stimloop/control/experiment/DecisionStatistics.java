package io.stimloop.control.experiment;

import io.stimloop.planning.decision.Decision;
import org.HdrHistogram.Histogram;

/** How long decisions took, how many were late and where they came from. Not thread safe. */
final class DecisionStatistics {
    private static final long LONGEST_NANOS = 120_000_000_000L;
    private static final int SIGNIFICANT_DIGITS = 3;

    private final Histogram nanos = new Histogram(LONGEST_NANOS, SIGNIFICANT_DIGITS);
    private final DecisionTally tally = new DecisionTally();
    private long missed;

    void record(Decision decision, DecisionTimes times) {
        tally.record(decision);
        nanos.recordValue(Math.clamp(times.totalNanos(), 0, LONGEST_NANOS));
        if (times.missed()) {
            missed++;
        }
    }

    /** Where they came from. */
    DecisionTally tally() {
        return tally;
    }

    /** Quantiles in the wire's words. */
    io.stimloop.v1.DecisionTimes message() {
        io.stimloop.v1.DecisionTimes.Builder message = io.stimloop.v1.DecisionTimes.newBuilder()
                .setDecisions(nanos.getTotalCount())
                .setMissed(missed);
        if (nanos.getTotalCount() > 0) {
            message.setP50(Messages.duration(nanos.getValueAtPercentile(50)))
                    .setP99(Messages.duration(nanos.getValueAtPercentile(99)))
                    .setMax(Messages.duration(nanos.getMaxValue()));
        }
        return message.build();
    }
}
