package io.stimloop.control.experiment;

import io.stimloop.control.safety.LightLimits;
import io.stimloop.control.safety.SafetyEnvelope;
import io.stimloop.control.spec.Violation;
import io.stimloop.inference.belief.Responses;
import io.stimloop.v1.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** Whether what an outcome says can be true of this experiment. Immutable. */
final class OutcomeCheck {
    private final ResponseCheck response;
    private final SafetyEnvelope envelope;

    /** @param included which units are not left out */
    OutcomeCheck(Responses responses, IntPredicate included, SafetyEnvelope envelope) {
        this.response = new ResponseCheck(responses, included);
        this.envelope = envelope;
    }

    /**
     * Refuses an outcome that cannot be true, with all its faults.
     *
     * @param blank whether the trial under way is a blank
     * @throws Refused if there is any fault
     */
    void require(Outcome outcome, boolean blank) {
        if (!sane(outcome, blank)) {
            throw Refused.of(Refused.Kind.INVALID, faults(outcome, blank));
        }
    }

    /** The quick answer of the hot path; {@link #faults} finds the words. */
    private boolean sane(Outcome outcome, boolean blank) {
        if (outcome.getInvalid()) {
            return ResponseCheck.empty(outcome) && outcome.getPresentedCount() == 0;
        }
        if (!response.sane(outcome)) {
            return false;
        }
        int values = outcome.getPresentedCount();
        return values == 0 || (!blank && values == envelope.dimensions() && inside(outcome));
    }

    private boolean inside(Outcome outcome) {
        for (int d = 0; d < envelope.dimensions(); d++) {
            if (!admits(d, outcome.getPresented(d))) {
                return false;
            }
        }
        return envelope.admitsSquaredNorm(squaredNorm(outcome))
                && (envelope.light().none() || envelope.light().admits(presented(outcome)));
    }

    private static double[] presented(Outcome outcome) {
        return outcome.getPresentedList().stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double squaredNorm(Outcome outcome) {
        double sum = 0;
        for (int d = 0; d < outcome.getPresentedCount(); d++) {
            sum += outcome.getPresented(d) * outcome.getPresented(d);
        }
        return sum;
    }

    private boolean admits(int dimension, double value) {
        return value >= envelope.min(dimension) && value <= envelope.max(dimension);
    }

    private List<Violation> faults(Outcome outcome, boolean blank) {
        List<Violation> faults = new ArrayList<>();
        if (outcome.getInvalid()) {
            faults.add(new Violation("outcome.invalid",
                    "set together with a response or presented; an invalid trial has neither"));
            return faults;
        }
        response.faults(outcome, faults);
        presentedFaults(outcome, blank, faults);
        return faults;
    }

    private void presentedFaults(Outcome outcome, boolean blank, List<Violation> faults) {
        int values = outcome.getPresentedCount();
        if (values == 0) {
            return;
        }
        if (blank) {
            faults.add(new Violation("outcome.presented", "must be empty: the trial was a blank"));
        } else if (values != envelope.dimensions()) {
            faults.add(new Violation("outcome.presented", values + " values; the stimulus has "
                    + envelope.dimensions() + (envelope.dimensions() == 1 ? " dimension" : " dimensions")));
        } else {
            for (int d = 0; d < values; d++) {
                if (!admits(d, outcome.getPresented(d))) {
                    faults.add(new Violation("outcome.presented[" + d + "]", outcome.getPresented(d)
                            + " must be a number from " + envelope.min(d) + " to " + envelope.max(d)));
                }
            }
            if (faults.isEmpty() && !envelope.admitsSquaredNorm(squaredNorm(outcome))) {
                faults.add(new Violation("outcome.presented", "is " + Math.sqrt(squaredNorm(outcome))
                        + " long; a stimulus is at most " + envelope.maxNorm()));
            } else if (faults.isEmpty()) {
                lightFaults(presented(outcome), faults);
            }
        }
    }

    private void lightFaults(double[] presented, List<Violation> faults) {
        LightLimits light = envelope.light();
        int strong = light.firstTooStrong(presented);
        int excluded = light.firstExcluded(presented);
        if (LightLimits.on(presented) > light.mostOn()) {
            faults.add(new Violation("outcome.presented", LightLimits.on(presented) + " targets on; at most "
                    + light.mostOn() + " may be"));
        } else if (strong >= 0) {
            faults.add(new Violation("outcome.presented[" + strong + "]", presented[strong]
                    + " is too much; this target may be given " + light.most()[strong]));
        } else if (!light.admitsTotal(LightLimits.total(presented))) {
            faults.add(new Violation("outcome.presented", LightLimits.total(presented)
                    + " mW in all; at most " + light.mostTotal() + " may be"));
        } else if (excluded >= 0) {
            faults.add(new Violation("outcome.presented[" + excluded + "]",
                    "on together with presented[" + light.excluder(presented, excluded)
                            + "]; these two targets exclude each other"));
        }
    }
}
