package io.stimloop.inference.points;

import io.stimloop.inference.belief.BeliefState;
import io.stimloop.numerics.kernel.Elementary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All trials that a belief has learned from, as far as a likelihood needs them: each distinct stimulus once, with each
 * distinct response to it and how often it came. Of normal values the number, the mean and the squared deviations are
 * enough, so that memory and work grow with the stimuli and not with the trials (of log-normal ones, those of their
 * logarithms).
 *
 * <p>At most {@value #MOST_DISTINCT} are told apart. After that, a response to a stimulus that was never presented
 * counts as one to the nearest that was, and a response that never came there as the nearest that did.
 *
 * <p>In a {@link BeliefState}: {@code stimuli}, one after the other, and {@code responses}, for each the index of its
 * stimulus, the response, how often it came, and the squared deviations; {@code merged}, how often something was not told apart.
 * Mutable; not thread safe.
 */
public final class GroupedTrials {
    /** Most distinct responses to distinct stimuli. */
    public static final int MOST_DISTINCT = 4096;

    private static final String STIMULI = "stimuli";
    private static final String MERGED = "merged";
    private static final String RESPONSES = "responses";
    private static final int NUMBERS = 4;

    private final PointFamily family;
    private List<Group> groups;
    private Map<Key, Integer> places;
    private boolean shared;
    private int distinct;
    private long merged;

    /** No trials. */
    public GroupedTrials(PointFamily family) {
        this(family, new ArrayList<>(), new HashMap<>());
    }

    private GroupedTrials(PointFamily family, List<Group> groups, Map<Key, Integer> places) {
        this.family = family;
        this.groups = groups;
        this.places = places;
    }

    /**
     * The responses to one stimulus.
     *
     * @param stimulus  as presented; not to be modified
     * @param responses distinct, in the order in which they first came; of values their mean; not to be modified
     * @param times     how often each came; not to be modified
     * @param squares   summed squared deviations of values from their mean; 0 for other responses; not to be modified
     */
    public record Group(double[] stimulus, double[] responses, double[] times, double[] squares) {
        private Group with(double response, boolean merge, boolean full) {
            int same = merge ? 0 : full ? nearest(response) : indexOf(response);
            if (same < responses.length) {
                return merge ? merged(response) : counted(same);
            }
            return new Group(stimulus, append(responses, response), append(times, 1), append(squares, 0));
        }

        private int indexOf(double response) {
            int i = 0;
            while (i < responses.length && responses[i] != response) {
                i++;
            }
            return i;
        }

        private int nearest(double response) {
            int best = 0;
            for (int i = 1; i < responses.length; i++) {
                best = Math.abs(responses[i] - response) < Math.abs(responses[best] - response) ? i : best;
            }
            return best;
        }

        private Group counted(int i) {
            double[] more = times.clone();
            more[i]++;
            return new Group(stimulus, responses, more, squares);
        }

        /** Welford's update (1962, Technometrics 4, 419). */
        private Group merged(double response) {
            double n = times[0] + 1;
            double off = response - responses[0];
            double mean = responses[0] + off / n;
            double square = Math.fma(off, response - mean, squares[0]);
            return new Group(stimulus, new double[]{mean}, new double[]{n}, new double[]{square});
        }

        private static double[] append(double[] array, double value) {
            double[] longer = Arrays.copyOf(array, array.length + 1);
            longer[array.length] = value;
            return longer;
        }
    }

    private record Key(List<Double> values) {
        static Key of(double[] stimulus) {
            // Adding 0 makes 0 of -0: the same stimulus.
            return new Key(Arrays.stream(stimulus).map(value -> value + 0.0).boxed().toList());
        }
    }

    /**
     * Adds a trial. A log-normal value that is not above 0 tells nothing about any parameter and is left out.
     *
     * @param stimulus copied
     */
    public void add(double[] stimulus, double response) {
        boolean logarithm = family == PointFamily.LOG_NORMAL;
        if (logarithm && !(response > 0)) {
            return;
        }
        own();
        double kept = logarithm ? Elementary.log(Math.max(response, Double.MIN_NORMAL)) : response;
        boolean merge = logarithm || family == PointFamily.NORMAL;
        boolean full = distinct >= MOST_DISTINCT;
        int place = place(stimulus, full);
        Group before = groups.get(place);
        Group after = before.with(kept, merge, full);
        merged += full && !(merge || before.indexOf(kept) < before.responses.length) ? 1 : 0;
        groups.set(place, after);
        distinct += after.responses.length - before.responses.length;
    }

    private int place(double[] stimulus, boolean full) {
        Key key = Key.of(stimulus);
        Integer known = places.get(key);
        if (known != null) {
            return known;
        }
        if (full) {
            merged++;
            return nearest(stimulus);
        }
        groups.add(new Group(stimulus.clone(), new double[0], new double[0], new double[0]));
        places.put(key, groups.size() - 1);
        return groups.size() - 1;
    }

    private int nearest(double[] stimulus) {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int g = 0; g < groups.size(); g++) {
            double distance = 0;
            for (int d = 0; d < stimulus.length; d++) {
                double off = groups.get(g).stimulus[d] - stimulus[d];
                distance = Math.fma(off, off, distance);
            }
            best = distance < least ? g : best;
            least = Math.min(least, distance);
        }
        return best;
    }

    /** What is not told apart any more, in words; empty as long as all is. */
    public Optional<String> warning() {
        return merged == 0
                ? Optional.empty()
                : Optional.of("trials: " + merged + " times a stimulus or a response was unlike the "
                        + MOST_DISTINCT + " that are told apart, and counted as the nearest of them");
    }

    /** How many distinct responses to distinct stimuli there are: memory and work are in proportion to it. */
    public int distinct() {
        return distinct;
    }

    private void own() {
        if (shared) {
            groups = new ArrayList<>(groups);
            places = new HashMap<>(places);
            shared = false;
        }
    }

    /** The groups, in the order in which their stimuli first came; of log-normal values, of the logarithms. */
    public List<Group> groups() {
        return groups;
    }

    /** An independent copy; what is there is shared until one of the two is added to. */
    public GroupedTrials copy() {
        shared = true;
        GroupedTrials copy = new GroupedTrials(family, groups, places);
        copy.shared = true;
        copy.distinct = distinct;
        copy.merged = merged;
        return copy;
    }

    /** Bytes for as many as are told apart, each response to a stimulus of its own, and a copy. */
    public static long mostBytes() {
        return 512L * MOST_DISTINCT;
    }

    /** Adds what distinguishes them to the arrays of a state. */
    public void writeTo(Map<String, double[]> arrays) {
        arrays.put(STIMULI,
                groups.stream().flatMapToDouble(group -> Arrays.stream(group.stimulus)).toArray());
        List<Double> numbers = new ArrayList<>();
        for (int g = 0; g < groups.size(); g++) {
            Group group = groups.get(g);
            for (int i = 0; i < group.responses.length; i++) {
                numbers.addAll(List.of((double) g, group.responses[i], group.times[i], group.squares[i]));
            }
        }
        arrays.put(RESPONSES, numbers.stream().mapToDouble(Double::doubleValue).toArray());
        arrays.put(MERGED, new double[]{merged});
    }

    /**
     * Those of a state.
     *
     * @throws IllegalArgumentException naming the array that does not fit
     */
    public static GroupedTrials read(PointFamily family, BeliefState state) {
        double[] numbers = numbers(state, RESPONSES);
        double[] values = numbers(state, STIMULI);
        int count = numbers.length == 0 ? 0 : 1 + (int) numbers[numbers.length - NUMBERS];
        if (numbers.length % NUMBERS != 0 || count < 0
                || (count == 0 ? values.length != 0 : values.length % count != 0)) {
            throw new IllegalArgumentException(RESPONSES + ": " + numbers.length + " numbers do not fit the "
                    + values.length + " of " + STIMULI);
        }
        GroupedTrials trials = new GroupedTrials(family);
        int size = count == 0 ? 0 : values.length / count;
        for (int g = 0, at = 0; g < count; g++) {
            int end = at;
            while (end < numbers.length && numbers[end] == g) {
                end += NUMBERS;
            }
            trials.append(Arrays.copyOfRange(values, g * size, (g + 1) * size), numbers, at, end);
            at = end;
        }
        trials.merged = (long) state.array(MERGED, 1)[0];
        return trials;
    }

    private static double[] numbers(BeliefState state, String name) {
        double[] found = state.arrays().get(name);
        return state.array(name, found == null ? 0 : found.length);
    }

    private void append(double[] stimulus, double[] numbers, int from, int to) {
        int n = (to - from) / NUMBERS;
        Group group = new Group(stimulus, new double[n], new double[n], new double[n]);
        for (int i = 0; i < n; i++) {
            group.responses[i] = numbers[from + NUMBERS * i + 1];
            group.times[i] = numbers[from + NUMBERS * i + 2];
            group.squares[i] = numbers[from + NUMBERS * i + 3];
        }
        places.put(Key.of(stimulus), groups.size());
        groups.add(group);
        distinct += n;
    }
}
