package io.stimloop.control.spec;

import io.stimloop.v1.Fallback;
import io.stimloop.v1.Planner;
import io.stimloop.v1.SearchPlanner;
import io.stimloop.v1.Stimulus;
import java.util.List;

/** How the next stimulus is found, and by when. */
final class PlannerSection {
    private static final DurationBounds DEADLINE = DurationBounds.upTo(60 * DurationBounds.SECOND);
    private static final long USUAL_DEADLINE_NANOS = DurationBounds.SECOND / 20;

    private static final Bounds SHARE = new Bounds(0, 1);

    private PlannerSection() {}

    /** Reads the planner; its stimuli must pass the check. */
    static PlannerSettings read(Planner planner, StimulusCheck check, Faults at) {
        long deadlineNanos = planner.hasDeadline()
                ? DEADLINE.nanos(planner.getDeadline(), at.field("deadline"))
                : USUAL_DEADLINE_NANOS;
        return new PlannerSettings(method(planner, check, at), deadlineNanos, fallback(planner, check, at));
    }

    private static PlanningMethod method(Planner planner, StimulusCheck check, Faults at) {
        return switch (planner.getMethodCase()) {
            case RANDOM -> new PlanningMethod.Random();
            case BALANCED -> new PlanningMethod.Balanced();
            case SEQUENCE -> sequence(planner.getSequence().getStimuliList(), check,
                    at.field("sequence").field("stimuli"));
            case SEARCH, METHOD_NOT_SET -> search(planner.getSearch(), at.field("search"));
        };
    }

    private static PlanningMethod search(SearchPlanner search, Faults at) {
        long randomFirst = Integer.toUnsignedLong(search.getRandomFirst());
        long balancedFirst = Integer.toUnsignedLong(search.getBalancedFirst());
        SHARE.check(search.getBalancedShare(), at.field("balancedShare"));
        return new PlanningMethod.Search(randomFirst, balancedFirst, search.getBalancedShare(),
                search.getWholeBall());
    }

    private static PlanningMethod sequence(List<Stimulus> stimuli, StimulusCheck check, Faults at) {
        at.require(!stimuli.isEmpty(), "is empty: list at least one, as in [{values: [90]}]");
        at.requireAll(stimuli.size(), i -> check.complaint(stimuli.get(i).getValuesList()).isEmpty(),
                i -> check.complaint(stimuli.get(i).getValuesList()));
        return new PlanningMethod.Sequence(
                stimuli.stream().map(stimulus -> array(stimulus.getValuesList())).toArray(double[][]::new));
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
