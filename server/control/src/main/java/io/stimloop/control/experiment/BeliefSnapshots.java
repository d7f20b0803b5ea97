package io.stimloop.control.experiment;

import io.stimloop.control.spec.ResolvedSpec;
import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.BeliefState;
import io.stimloop.v1.BeliefSnapshot;
import io.stimloop.v1.NamedNumbers;
import java.util.List;
import java.util.TreeMap;

/** Beliefs as messages that can be kept, and back. */
public final class BeliefSnapshots {
    private BeliefSnapshots() {}

    /** All of a belief. */
    static BeliefSnapshot of(BeliefState state) {
        BeliefSnapshot.Builder message = BeliefSnapshot.newBuilder().setKind(state.kind())
                .setFormatVersion(state.version()).setTrials(state.trials());
        state.arrays().forEach((name, values) -> {
            NamedNumbers.Builder numbers = message.addNumbersBuilder().setName(name);
            for (double value : values) {
                numbers.addValues(value);
            }
        });
        return message.build();
    }

    /**
     * The belief that a spec's experiment begins with.
     *
     * @param field where the snapshot was sent
     * @throws Refused if it is none of this spec's model and form of belief
     */
    public static Belief restore(BeliefSnapshot snapshot, ResolvedSpec spec, String field) {
        try {
            return spec.source().restore(state(snapshot));
        } catch (IllegalArgumentException wrong) {
            throw Refused.of(Refused.Kind.INVALID, field, String.valueOf(wrong.getMessage()));
        }
    }

    private static BeliefState state(BeliefSnapshot snapshot) {
        TreeMap<String, double[]> arrays = new TreeMap<>();
        for (NamedNumbers numbers : snapshot.getNumbersList()) {
            List<Double> values = numbers.getValuesList();
            arrays.put(numbers.getName(), values.stream().mapToDouble(Double::doubleValue).toArray());
        }
        if (snapshot.getTrials() < 0) {
            throw new IllegalArgumentException("trials: " + Long.toUnsignedString(snapshot.getTrials())
                    + " is more than any experiment has");
        }
        return new BeliefState(snapshot.getKind(), snapshot.getFormatVersion(), snapshot.getTrials(), arrays);
    }
}
