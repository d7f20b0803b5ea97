package io.stimloop.control.spec;

import io.stimloop.v1.Fallback;
import io.stimloop.v1.Planner;
import java.util.List;

/** How the next stimulus is found, and by when. */
final class PlannerSection {
    private static final DurationBounds DEADLINE = DurationBounds.upTo(60 * DurationBounds.SECOND);
    private static final long USUAL_DEADLINE_NANOS = DurationBounds.SECOND / 20;

    private static final DurationBounds PERIOD = DurationBounds.upTo(DurationBounds.HOUR);

    private PlannerSection() {}

    /** Reads the planner; its stimuli must pass the check. */
    static PlannerSettings read(Planner planner, PlannerContext context, Faults at) {
        long deadlineNanos = planner.hasDeadline()
                ? DEADLINE.nanos(planner.getDeadline(), at.field("deadline"))
                : USUAL_DEADLINE_NANOS;
        PlanningMethod method = MethodSection.read(planner, context, at);
        return new PlannerSettings(method, deadlineNanos, fallback(planner, context.check(), at),
                SpeculationSection.read(planner, method, context, at.field("speculation")),
                new LoadSettings(planner.getBestEffort(), periodNanos(planner, deadlineNanos, at)));
    }

    private static long periodNanos(Planner planner, long deadlineNanos, Faults at) {
        return planner.hasShortestTrial()
                ? PERIOD.nanos(planner.getShortestTrial(), at.field("shortestTrial"))
                : deadlineNanos;
    }

    private static FallbackChoice fallback(Planner planner, StimulusCheck check, Faults at) {
        Fallback fallback = Enums
                .read(planner.getFallback(), planner.getFallbackValue(), at.field("fallback"))
                .orElse(Fallback.BALANCED);
        List<Double> stimulus = planner.getFallbackStimulusList();
        checkStimulus(fallback, stimulus, check, at.field("fallbackStimulus"));
        return switch (fallback) {
            case STIMULUS -> new FallbackChoice.Stimulus(array(stimulus));
            case BLANK -> new FallbackChoice.Blank();
            default -> new FallbackChoice.Balanced();
        };
    }

    private static void checkStimulus(Fallback fallback, List<Double> stimulus, StimulusCheck check,
            Faults at) {
        if (fallback != Fallback.STIMULUS) {
            at.require(stimulus.isEmpty(), "is only for fallback STIMULUS, the fallback is " + fallback);
        } else if (at.require(!stimulus.isEmpty(), "is missing: fallback STIMULUS needs one, as in [90]")) {
            String complaint = check.complaint(stimulus);
            at.require(complaint.isEmpty(), complaint);
        }
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
