package io.stimloop.rig.neurons.recorded;

import io.stimloop.rig.neurons.Neuron;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A neuron that answers a direction with the count of a really recorded repeat of that direction. Repeats
 * are drawn at random without replacement until all are used, then shuffled anew. The same recording,
 * selection, seed and stimuli give the same counts. Not thread safe.
 */
public final class RecordedNeuron implements Neuron {
    /** The key of the blanks' random stream; directions have theirs from 0. */
    private static final int BLANKS = -1;

    private final Selection selection;
    private final List<Repeats> directions;
    private final List<Deck> decks;
    private final @Nullable Deck blanks;

    /**
     * Selects the trials to answer with.
     *
     * @throws RecordingException if the recording has none for this selection; the message lists what there is
     */
    public RecordedNeuron(Recording recording, Selection selection, long seed) {
        this.selection = selection;
        directions = recording.repeats(selection);
        decks = IntStream.range(0, directions.size())
                .mapToObj(i -> new Deck(directions.get(i).counts(), seed, i)).toList();
        int[] blankCounts = recording.blankCounts(selection.neuron());
        blanks = blankCounts.length == 0 ? null : new Deck(blankCounts, seed, BLANKS);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if the stimulus was not recorded (to 1e-6 degrees, modulo 360)
     */
    @Override
    public int respond(double[] stimulus) {
        return deck(stimulus).draw();
    }

    /** What was recorded, sorted by direction. */
    public List<Repeats> directions() {
        return directions;
    }

    private Deck deck(double[] stimulus) {
        if (stimulus.length == 0 && blanks != null) {
            return blanks;
        }
        for (int i = 0; i < decks.size(); i++) {
            if (stimulus.length == 1
                    && DirectionTable.isSame(stimulus[0], directions.get(i).directionDeg())) {
                return decks.get(i);
            }
        }
        throw new IllegalArgumentException(notRecorded(stimulus));
    }

    private String notRecorded(double[] stimulus) {
        String shown = stimulus.length == 0 ? "a blank trial" : "stimulus " + Arrays.toString(stimulus);
        return shown + " was not recorded from neuron " + selection + "; recorded were the directions "
                + directions.stream().map(repeats -> String.valueOf(repeats.directionDeg()))
                        .collect(Collectors.joining(", "))
                + (blanks == null ? " and no blank trials" : " and blank trials");
    }
}
