package io.stimloop.control.experiment;

import io.stimloop.control.spec.ResolvedSpec;
import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.BeliefState;
import io.stimloop.v1.BeliefSnapshot;
import io.stimloop.v1.NamedNumbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Beliefs that go on in other experiments. */
public final class BeliefSnapshots {
    private BeliefSnapshots() {}

    /**
     * The belief that a spec's experiment begins with.
     *
     * @param snapshot whole: {@link BeliefParts} merged
     * @param field    where the snapshot was sent
     * @throws Refused if it is none of this spec's model and form of belief
     */
    public static Belief restore(BeliefSnapshot snapshot, ResolvedSpec spec, String field) {
        if (snapshot.getTrials() < 0) {
            throw Refused.of(Refused.Kind.INVALID, field, "trials: "
                    + Long.toUnsignedString(snapshot.getTrials()) + " is more than any experiment has");
        }
        return restore(state(snapshot), spec, field);
    }

    /**
     * The belief of another experiment.
     *
     * @param field where it was named
     * @throws Refused as the other
     */
    public static Belief restore(BeliefState state, ResolvedSpec spec, String field) {
        try {
            return spec.source().restore(state);
        } catch (IllegalArgumentException wrong) {
            throw Refused.of(Refused.Kind.INVALID, field, String.valueOf(wrong.getMessage()));
        }
    }

    private static BeliefState state(BeliefSnapshot snapshot) {
        Map<String, List<NamedNumbers>> byName = new TreeMap<>();
        for (NamedNumbers numbers : snapshot.getNumbersList()) {
            byName.computeIfAbsent(numbers.getName(), _ -> new ArrayList<>()).add(numbers);
        }
        TreeMap<String, double[]> arrays = new TreeMap<>();
        byName.forEach((name, pieces) -> arrays.put(name, joined(pieces)));
        return new BeliefState(snapshot.getKind(), snapshot.getFormatVersion(), snapshot.getTrials(), arrays);
    }

    private static double[] joined(List<NamedNumbers> pieces) {
        double[] values = new double[pieces.stream().mapToInt(NamedNumbers::getValuesCount).sum()];
        int at = 0;
        for (NamedNumbers piece : pieces) {
            for (int i = 0; i < piece.getValuesCount(); i++) {
                values[at++] = piece.getValues(i);
            }
        }
        return values;
    }
}
