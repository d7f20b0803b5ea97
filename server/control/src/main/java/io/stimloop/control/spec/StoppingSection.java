package io.stimloop.control.spec;

import io.stimloop.v1.Stopping;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** When the experiment is over. */
final class StoppingSection {
    private static final long MOST_TRIALS = 1_000_000_000L;
    private static final DurationBounds DURATION = DurationBounds.upTo(DurationBounds.YEAR);

    private StoppingSection() {}

    /** Reads the rules for a model with these parameters. */
    static StoppingRules read(Stopping stopping, List<String> parameterNames, Faults at) {
        checkParameterSd(stopping.getParameterSdMap(), parameterNames, at.field("parameterSd"));
        if (stopping.hasEntropyNats()) {
            Bounds.ANY.check(stopping.getEntropyNats(), at.field("entropyNats"));
        }
        return new StoppingRules(maxTrials(stopping.getMaxTrials(), at.field("maxTrials")),
                stopping.hasEntropyNats() ? stopping.getEntropyNats() : Double.NaN,
                Map.copyOf(stopping.getParameterSdMap()), stopping.hasMaxDuration()
                        ? DURATION.nanos(stopping.getMaxDuration(), at.field("maxDuration"))
                        : Long.MAX_VALUE);
    }

    private static long maxTrials(long trials, Faults at) {
        boolean fits = trials >= 0 && trials <= MOST_TRIALS;
        at.require(fits, Long.toUnsignedString(trials) + " is too many: at most " + MOST_TRIALS
                + ", or 0 for no limit");
        return fits && trials > 0 ? trials : Long.MAX_VALUE;
    }

    private static void checkParameterSd(Map<String, Double> limits, List<String> names, Faults at) {
        new TreeMap<>(limits).forEach((name, sd) -> {
            at.field(name).require(names.contains(name),
                    "is no parameter of the model: " + Wording.suggestion(name, names));
            Bounds.POSITIVE.check(sd, at.field(name));
        });
    }
}
