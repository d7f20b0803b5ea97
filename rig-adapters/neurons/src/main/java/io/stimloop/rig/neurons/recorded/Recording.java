package io.stimloop.rig.neurons.recorded;

import io.stimloop.rig.neurons.recorded.RecordedTrial.Condition;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The trials of one CSV file. Immutable. */
public final class Recording {
    private static final double TOLERANCE = 1e-6;

    private final Path file;
    private final List<RecordedTrial> trials;

    private Recording(Path file, List<RecordedTrial> trials) {
        this.file = file;
        this.trials = trials;
    }

    /**
     * Reads a CSV file in UTF-8 with the header {@code
     * neuron,direction_deg,dispersion,contrast,repeat,spike_count,duration_s}; columns are found by name, in
     * any order, and others are passed over. An empty direction means a blank screen.
     *
     * @throws RecordingException if the file is not such a file; the message lists every fault as
     *                            {@code file:line: column: what is wrong and what would be right}
     * @throws IOException        if the file cannot be read
     */
    public static Recording read(Path file) throws IOException {
        return new Recording(file, List.copyOf(new RecordingReader(file).read()));
    }

    /** Names of the neurons, sorted. */
    public SortedSet<String> neurons() {
        return trials.stream().map(RecordedTrial::neuron).collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * The repeats of every direction that was recorded with a selection, sorted by direction. Directions that
     * differ by at most 1e-6 modulo 360 are the same.
     *
     * @throws RecordingException if there are none; the message lists what there is
     */
    public List<Repeats> repeats(Selection selection) {
        DirectionTable table = new DirectionTable();
        trials.stream().filter(trial -> trial.neuron().equals(selection.neuron()))
                .forEach(trial -> addIfSelected(table, trial, selection));
        if (table.isEmpty()) {
            throw new RecordingException(file + ": " + nothingFor(selection));
        }
        return table.repeats();
    }

    /** The spike counts of a neuron's blank trials, in the order of the recording; may be empty. */
    public int[] blankCounts(String neuron) {
        return trials.stream().filter(trial -> trial.neuron().equals(neuron) && trial.condition() == null)
                .mapToInt(RecordedTrial::count).toArray();
    }

    private static void addIfSelected(DirectionTable table, RecordedTrial trial, Selection selection) {
        Condition shown = trial.condition();
        if (shown != null && isNear(shown.dispersion(), selection.dispersion())
                && isNear(shown.contrast(), selection.contrast())) {
            table.add(shown.directionDeg(), trial.count());
        }
    }

    private String nothingFor(Selection selection) {
        if (!neurons().contains(selection.neuron())) {
            return "no neuron '" + selection.neuron() + "'; there are " + String.join(", ", neurons());
        }
        return "no trials of neuron " + selection + "; there are dispersion and contrast "
                + shownTo(selection.neuron()).stream()
                        .map(shown -> shown.dispersion() + " and " + shown.contrast())
                        .distinct().sorted().collect(Collectors.joining(", "));
    }

    private List<Condition> shownTo(String neuron) {
        return trials.stream().filter(trial -> trial.neuron().equals(neuron)).map(RecordedTrial::condition)
                .filter(Objects::nonNull).toList();
    }

    private static boolean isNear(double left, double right) {
        return Math.abs(left - right) <= TOLERANCE;
    }
}
