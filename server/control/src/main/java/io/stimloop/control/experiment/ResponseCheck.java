package io.stimloop.control.experiment;

import io.stimloop.control.spec.Violation;
import io.stimloop.inference.belief.Responses;
import io.stimloop.v1.Outcome;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Whether the response in an outcome is of the kind that the experiment's model explains. Immutable.
 *
 * @param responses what an outcome holds
 * @param included  which units are not left out; what is sent for one that is may be anything
 */
record ResponseCheck(Responses responses, IntPredicate included) {
    /** More spikes than any neuron fires in a trial; a larger count is a fault of the recording. */
    static final int MAX_COUNT = 100_000;

    private static final double MAX_VALUE = 1e12;

    /** Whether an outcome has no response at all. */
    static boolean empty(Outcome outcome) {
        return outcome.getCountsCount() + outcome.getChoicesCount() + outcome.getValuesCount() == 0;
    }

    /** The quick answer of the hot path; {@link #faults} finds the words. */
    boolean sane(Outcome outcome) {
        int entries = entries(outcome, responses.kind());
        if (entries != responses.units()
                || entries != outcome.getCountsCount() + outcome.getChoicesCount()
                        + outcome.getValuesCount()) {
            return false;
        }
        for (int i = 0; i < entries; i++) {
            if (!sane(outcome, i)) {
                return false;
            }
        }
        return true;
    }

    private boolean sane(Outcome outcome, int i) {
        return !included.test(i) || switch (responses.kind()) {
            case COUNTS -> Integer.compareUnsigned(outcome.getCounts(i), MAX_COUNT) <= 0;
            case CHOICE -> Integer.compareUnsigned(outcome.getChoices(i), responses.alternatives()) < 0;
            case VALUES -> Math.abs(outcome.getValues(i)) <= MAX_VALUE;
        };
    }

    /** Adds what is wrong with the response. */
    void faults(Outcome outcome, List<Violation> faults) {
        for (Responses.Kind kind : Responses.Kind.values()) {
            int entries = entries(outcome, kind);
            if (kind != responses.kind() && entries > 0) {
                faults.add(new Violation(field(kind),
                        "must be empty: this experiment's model is of "
                                + field(responses.kind()).substring(8)));
            }
        }
        int entries = entries(outcome, responses.kind());
        if (entries != responses.units()) {
            faults.add(new Violation(field(responses.kind()), wrongNumber(entries)));
        }
        for (int i = 0; i < entries; i++) {
            if (!sane(outcome, i)) {
                faults.add(new Violation(field(responses.kind()) + "[" + i + "]", complaint(outcome, i)));
            }
        }
    }

    private String wrongNumber(int entries) {
        return switch (responses.kind()) {
            case COUNTS -> entries + " counts; this experiment has " + responses.units()
                    + (responses.units() == 1 ? " neuron" : " neurons") + " and needs one count for each";
            case CHOICE -> entries + " choices; a trial has one";
            case VALUES -> entries + " values; this experiment has " + responses.units()
                    + (responses.units() == 1 ? " channel" : " channels") + " and needs one value for each";
        };
    }

    private String complaint(Outcome outcome, int i) {
        return switch (responses.kind()) {
            case COUNTS -> Integer.toUnsignedString(outcome.getCounts(i)) + " is more than " + MAX_COUNT
                    + " spikes in a trial; send what was counted, or set invalid";
            case CHOICE -> Integer.toUnsignedString(outcome.getChoices(i)) + " must be from 0 to "
                    + (responses.alternatives() - 1);
            case VALUES -> outcome.getValues(i) + " must be a number from -1e12 to 1e12";
        };
    }

    private static int entries(Outcome outcome, Responses.Kind kind) {
        return switch (kind) {
            case COUNTS -> outcome.getCountsCount();
            case CHOICE -> outcome.getChoicesCount();
            case VALUES -> outcome.getValuesCount();
        };
    }

    private static String field(Responses.Kind kind) {
        return switch (kind) {
            case COUNTS -> "outcome.counts";
            case CHOICE -> "outcome.choices";
            case VALUES -> "outcome.values";
        };
    }
}
