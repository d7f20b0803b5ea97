package io.stimloop.control.experiment;

import io.stimloop.inference.belief.BeliefState;
import io.stimloop.v1.BeliefSnapshot;
import io.stimloop.v1.NamedNumbers;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * A belief as messages of some {@value #MOST_NUMBERS} numbers each, made one by one as they are asked for. Merged in their
 * order they are the whole: the first says what it is, and the numbers of a name go on from part to part. At least one.
 */
public final class BeliefParts implements Iterator<BeliefSnapshot> {
    /** Few enough that making and sending them holds nobody up. */
    private static final int MOST_NUMBERS = 16_000;
    /** What the name of an array counts as. */
    private static final int NUMBERS_PER_NAME = 16;

    private final BeliefState state;
    private final Iterator<Map.Entry<String, double[]>> arrays;
    private String name = "";
    private double[] values = {};
    private int sent;
    private boolean begun;

    BeliefParts(BeliefState state) {
        this.state = state;
        this.arrays = state.arrays().entrySet().iterator();
    }

    @Override
    public boolean hasNext() {
        return !begun || sent < values.length || arrays.hasNext();
    }

    @Override
    public BeliefSnapshot next() {
        if (!hasNext()) {
            throw new NoSuchElementException("no more parts");
        }
        BeliefSnapshot.Builder part = BeliefSnapshot.newBuilder();
        if (!begun) {
            part.setKind(state.kind()).setFormatVersion(state.version()).setTrials(state.trials());
            begun = true;
        }
        int room = MOST_NUMBERS;
        while (room > 0 && (sent < values.length || arrays.hasNext())) {
            room -= addTo(part, room);
        }
        return part.build();
    }

    /** Adds numbers of one array, as many as there is room for; returns how much room they took. */
    private int addTo(BeliefSnapshot.Builder part, int room) {
        if (sent == values.length) {
            Map.Entry<String, double[]> array = arrays.next();
            name = array.getKey();
            values = array.getValue();
            sent = 0;
        }
        int end = sent + Math.min(room, values.length - sent);
        NamedNumbers.Builder numbers = part.addNumbersBuilder().setName(name);
        int taken = end - sent + NUMBERS_PER_NAME;
        while (sent < end) {
            numbers.addValues(values[sent++]);
        }
        return taken;
    }
}
