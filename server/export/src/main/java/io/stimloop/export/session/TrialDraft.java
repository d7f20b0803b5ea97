package io.stimloop.export.session;

import io.stimloop.v1.JournalRecord;
import io.stimloop.v1.Outcome;
import io.stimloop.v1.Receipt;
import java.util.List;
import java.util.stream.Collectors;

/** A trial as far as its records were read. Not thread safe. */
final class TrialDraft {
    private static final double[] NOTHING = {};

    private final JournalRecord.Commanded commanded;
    private final double startSeconds;
    private double stopSeconds = Double.NaN;
    private double[] presented = NOTHING;
    private double[] response = NOTHING;
    private Trial.End end = Trial.End.OPEN;
    private String delivery = "";
    private double entropyNats = Double.NaN;
    private double realisedNats = Double.NaN;

    TrialDraft(JournalRecord.Commanded commanded, double startSeconds) {
        this.commanded = commanded;
        this.startSeconds = startSeconds;
    }

    long number() {
        return commanded.getPresent().getTrial();
    }

    void taken(JournalRecord.Taken taken, double seconds) {
        Outcome outcome = taken.getOutcome();
        stopSeconds = seconds;
        boolean blank = commanded.getPresent().getStimulusCount() == 0;
        if (taken.getWithdrawn() || outcome.getInvalid()) {
            end = taken.getWithdrawn() ? Trial.End.WITHDRAWN : Trial.End.INVALID;
            return;
        }
        end = blank ? Trial.End.BLANK : Trial.End.LEARNED;
        response = response(outcome);
        presented = blank ? NOTHING : numbers(taken.getPresentedList());
    }

    private static double[] response(Outcome outcome) {
        if (outcome.getValuesCount() > 0) {
            return numbers(outcome.getValuesList());
        }
        List<Integer> whole = outcome.getCountsCount() > 0
                ? outcome.getCountsList()
                : outcome.getChoicesList();
        return whole.stream().mapToDouble(Integer::toUnsignedLong).toArray();
    }

    private static double[] numbers(List<Double> list) {
        return list.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /**
     * It was learned from.
     *
     * @param before entropy of the belief before it; NaN where that is not known
     */
    void learned(JournalRecord.Learned learned, double before) {
        if (learned.hasEntropyNats() && Double.isNaN(entropyNats)) {
            believed(learned.getEntropyNats(), before - learned.getEntropyNats());
        }
        end = learned.getImplausible() ? Trial.End.IMPLAUSIBLE : end;
    }

    void receipt(Receipt receipt) {
        delivery = receipt.getStatus().name();
    }

    void believed(double entropyAfter, double realised) {
        entropyNats = entropyAfter;
        realisedNats = realised;
    }

    Trial complete(double deadlineSeconds) {
        double latency = SessionClock.seconds(commanded.getTook());
        String refusals = commanded.getRefusedList().stream().map(TrialDraft::words)
                .collect(Collectors.joining("; "));
        return new Trial(number(), startSeconds, stopSeconds,
                numbers(commanded.getPresent().getStimulusList()),
                presented, response, end, commanded.getPresent().getDecision(), DecisionReason.of(commanded),
                commanded.hasRunnerUp() ? commanded.getRunnerUp().getUtility() : Double.NaN, latency,
                latency > deadlineSeconds, delivery, refusals, entropyNats, realisedNats);
    }

    private static String words(JournalRecord.Refusal refusal) {
        return refusal.getStimulusCount() == 0
                ? refusal.getReason()
                : refusal.getReason() + " " + refusal.getStimulusList();
    }
}
