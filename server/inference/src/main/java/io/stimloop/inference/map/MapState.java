package io.stimloop.inference.map;

import io.stimloop.inference.belief.BeliefState;
import java.util.TreeMap;

/**
 * A {@link MapBelief} as arrays: the stimuli seen and what came of them, where the fits stand, and the kernel in force
 * where it is refitted. All else follows from these.
 */
final class MapState {
    private static final String KIND = "map/rateMap";
    private static final int NEWEST = 1;
    private static final String STIMULI = "stimuli";
    private static final String SUMS = "sums";
    private static final String VISITS = "visits";
    private static final String WEIGHTS = "weights";
    private static final String CONSTANTS = "constants";
    private static final String KERNEL = "kernel";
    private static final String BOOK = "book";
    private static final int KERNEL_NUMBERS = 7;

    private MapState() {}

    static BeliefState of(MapBelief belief) {
        Observations seen = belief.seen();
        int n = seen.count();
        int dimensions = belief.model().geometry().dimensions();
        double[] stimuli = new double[n * dimensions];
        double[] sums = new double[n];
        double[] visits = new double[n];
        for (int i = 0; i < n; i++) {
            System.arraycopy(seen.stimulus(i), 0, stimuli, i * dimensions, dimensions);
            sums[i] = seen.sum(i);
            visits[i] = seen.visits(i);
        }
        double[] constants = new double[belief.model().dispersions().length];
        for (int d = 0; d < constants.length; d++) {
            constants[d] = seen.logConstant(d);
        }
        TreeMap<String, double[]> arrays = new TreeMap<>();
        arrays.put(STIMULI, stimuli);
        arrays.put(SUMS, sums);
        arrays.put(VISITS, visits);
        arrays.put(CONSTANTS, constants);
        arrays.put(WEIGHTS, weights(belief, n));
        arrays.put(KERNEL, kernel(belief));
        arrays.put(BOOK, new double[]{seen.merged(), belief.schedule().next()});
        return new BeliefState(KIND, NEWEST, seen.trials(), arrays);
    }

    private static double[] weights(MapBelief belief, int n) {
        double[] weights = new double[belief.hypotheses().size() * n];
        for (int h = 0; h < belief.hypotheses().size(); h++) {
            System.arraycopy(belief.hypotheses().get(h).fit().modeWeights(), 0, weights, h * n, n);
        }
        return weights;
    }

    private static double[] kernel(MapBelief belief) {
        Hypothesis first = belief.hypotheses().get(0);
        MapKernel kernel = first.fit().covariance().kernel();
        double[] numbers = new double[KERNEL_NUMBERS + kernel.lengths().length];
        numbers[0] = first.dispersion();
        numbers[1] = kernel.mean();
        numbers[2] = kernel.meanVariance();
        numbers[3] = kernel.variance();
        numbers[4] = kernel.halfTurnVariance();
        numbers[5] = kernel.halfTurnLength();
        numbers[6] = kernel.independentVariance();
        System.arraycopy(kernel.lengths(), 0, numbers, KERNEL_NUMBERS, kernel.lengths().length);
        return numbers;
    }

    /** The belief that was taken apart. */
    static MapBelief restore(MapModel model, BeliefState state) {
        BeliefState fitting = state.require(KIND, NEWEST);
        double[] found = fitting.arrays().getOrDefault(SUMS, new double[0]);
        int n = fitting.array(SUMS, Math.min(found.length, model.limit())).length;
        Observations seen = observations(model, fitting, n);
        Hypotheses hypotheses = new Hypotheses(model);
        if (!model.averaged()) {
            hypotheses.replace(hypothesis(model,
                    fitting.array(KERNEL, KERNEL_NUMBERS + model.geometry().dimensions())));
        }
        double[] weights = fitting.array(WEIGHTS, hypotheses.size() * n);
        for (int h = 0; h < hypotheses.size(); h++) {
            double[] own = new double[n];
            System.arraycopy(weights, h * n, own, 0, n);
            hypotheses.get(h).fit().start(own, seen);
            hypotheses.get(h).fit().match(seen);
        }
        hypotheses.weigh(seen);
        RefitSchedule schedule = new RefitSchedule(model);
        schedule.restore((long) fitting.array(BOOK, 2)[1]);
        return new MapBelief(model, seen, hypotheses, schedule);
    }

    private static Observations observations(MapModel model, BeliefState state, int n) {
        int dimensions = model.geometry().dimensions();
        double[] stimuli = state.array(STIMULI, n * dimensions);
        double[] sums = state.array(SUMS, n);
        double[] visits = state.array(VISITS, n);
        Observations seen = new Observations(model);
        for (int i = 0; i < n; i++) {
            double[] stimulus = new double[dimensions];
            System.arraycopy(stimuli, i * dimensions, stimulus, 0, dimensions);
            seen.restore(stimulus, sums[i], visits[i]);
        }
        seen.restore(state.trials(), (long) state.array(BOOK, 2)[0],
                state.array(CONSTANTS, model.dispersions().length));
        return seen;
    }

    private static Hypothesis hypothesis(MapModel model, double[] numbers) {
        int dispersion = (int) numbers[0];
        double[] lengths = new double[model.geometry().dimensions()];
        System.arraycopy(numbers, KERNEL_NUMBERS, lengths, 0, lengths.length);
        if (dispersion < 0 || dispersion >= model.dispersions().length || !(numbers[3] >= 0)) {
            throw new IllegalArgumentException(KERNEL + ": is none that this model could have come to");
        }
        MapKernel kernel = new MapKernel(numbers[1], numbers[2], numbers[3], lengths, numbers[4], numbers[5],
                numbers[6]);
        return Hypotheses.of(model, kernel, dispersion, 0);
    }
}
