package io.stimloop.inference.population;

import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.BeliefSource;
import io.stimloop.inference.belief.BeliefState;
import java.util.SortedMap;
import java.util.TreeMap;

/** A population's belief as numbers: the arrays of each unit under its index, and what is kept of each unit besides. */
final class PopulationState {
    private static final String KIND = "population/";
    private static final int NEWEST = 1;
    private static final String INCLUDED = "included";
    private static final String TRIALS = "trials";
    private static final String VERSION = "version";

    private PopulationState() {}

    static BeliefState of(PopulationBelief belief) {
        int units = belief.units();
        double[] included = new double[units];
        double[] trials = new double[units];
        SortedMap<String, double[]> arrays = new TreeMap<>();
        BeliefState last = belief.belief(0).state();
        for (int unit = 0; unit < units; unit++) {
            BeliefState own = belief.belief(unit).state();
            String prefix = prefix(unit);
            own.arrays().forEach((name, numbers) -> arrays.put(prefix + name, numbers));
            included[unit] = belief.includes(unit) ? 1 : 0;
            trials[unit] = own.trials();
            last = own;
        }
        arrays.put(INCLUDED, included);
        arrays.put(TRIALS, trials);
        arrays.put(VERSION, new double[]{last.version()});
        return new BeliefState(KIND + last.kind(), NEWEST, belief.trials(), arrays);
    }

    /** @throws IllegalArgumentException naming what does not fit */
    static Belief restore(BeliefState state, BeliefSource unit, int units) {
        state.require(KIND + unit.create().state().kind(), NEWEST);
        double[] included = state.array(INCLUDED, units);
        double[] trials = state.array(TRIALS, units);
        int version = (int) state.array(VERSION, 1)[0];
        String kind = state.kind().substring(KIND.length());
        Belief[] beliefs = new Belief[units];
        boolean[] in = new boolean[units];
        for (int i = 0; i < units; i++) {
            beliefs[i] = unit.restore(new BeliefState(kind, version, (long) trials[i], own(state, i)));
            in[i] = included[i] != 0;
        }
        return new PopulationBelief(unit, beliefs, in, state.trials());
    }

    private static SortedMap<String, double[]> own(BeliefState state, int unit) {
        String prefix = prefix(unit);
        SortedMap<String, double[]> arrays = new TreeMap<>();
        state.arrays().tailMap(prefix).entrySet().stream()
                .takeWhile(entry -> entry.getKey().startsWith(prefix))
                .forEach(entry -> arrays.put(entry.getKey().substring(prefix.length()), entry.getValue()));
        return arrays;
    }

    private static String prefix(int unit) {
        return unit + ".";
    }
}
