package io.stimloop.planning.pattern;

import io.stimloop.numerics.random.Streams;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToDoubleFunction;
import org.apache.commons.rng.UniformRandomProvider;

/** Rules and values drawn from a seed, and all patterns that rules allow. */
final class Patterns {
    static final long NEVER = Long.MAX_VALUE / 2;

    private Patterns() {}

    /** At most so many on, and nothing else. */
    static PatternRules atMost(int targets, int mostOn, double... powers) {
        return new PatternRules(powers, unlimited(targets), mostOn, Double.POSITIVE_INFINITY,
                Conflicts.none(targets), false);
    }

    private static double[] unlimited(int targets) {
        double[] most = new double[targets];
        Arrays.fill(most, Double.POSITIVE_INFINITY);
        return most;
    }

    /** Of every kind of rule one now and then. */
    static PatternRules rules(int targets, UniformRandomProvider random) {
        double[] powers = Arrays.copyOf(new double[]{1, 2.5, 6}, 1 + random.nextInt(3));
        double[] most = random.nextBoolean() ? unlimited(targets) : random.doubles(targets, 1, 8).toArray();
        double excluded = random.nextBoolean() ? 0 : 0.6 * random.nextDouble();
        return new PatternRules(powers, most, 1 + random.nextInt(5),
                random.nextBoolean() ? Double.POSITIVE_INFINITY : 1 + 12 * random.nextDouble(),
                Conflicts.where(targets, (a, b) -> random.nextDouble() < excluded), random.nextInt(4) == 0);
    }

    /** Every pattern that the rules allow, of targets that need not rest. */
    static List<double[]> all(PatternRules rules, long[] resting) {
        List<double[]> all = new ArrayList<>();
        list(rules, resting, new double[rules.targets()], 0, 0, all);
        return all;
    }

    /** Goes through all that are too many or too strong for nothing else, and asks the rules of each. */
    private static void list(PatternRules rules, long[] resting, double[] stimulus, int target, int on,
            List<double[]> out) {
        if (target == stimulus.length) {
            if (rules.admits(stimulus)) {
                out.add(stimulus.clone());
            }
            return;
        }
        list(rules, resting, stimulus, target + 1, on, out);
        for (int level = 0; level < rules.levels() && on < rules.mostOn()
                && !Conflicts.has(resting, target); level++) {
            stimulus[target] = rules.power(level);
            list(rules, resting, stimulus, target + 1, on + 1, out);
        }
        stimulus[target] = 0;
    }

    /** The weight of what is covered by at least one target that is on: monotone and submodular, 0 in the dark. */
    static ToDoubleFunction<double[]> coverage(int targets, long seed) {
        UniformRandomProvider random = Streams.of(seed, 0, 2);
        int items = 3 * targets;
        double[] weights = random.doubles(items).map(u -> u * u * u).toArray();
        boolean[][] covers = new boolean[targets][items];
        for (boolean[] row : covers) {
            for (int i = 0; i < items; i++) {
                row[i] = random.nextInt(5) == 0;
            }
        }
        return pattern -> {
            double sum = 0;
            for (int i = 0; i < items; i++) {
                boolean covered = false;
                for (int k = 0; k < targets; k++) {
                    covered |= pattern[k] > 0 && covers[k][i];
                }
                sum += covered ? weights[i] : 0;
            }
            return sum;
        };
    }

    /** The same where each target covers five of very many. */
    static ToDoubleFunction<double[]> sparseCoverage(int targets, long seed) {
        UniformRandomProvider random = Streams.of(seed, 0, 4);
        double[] weights = random.doubles(3L * targets).toArray();
        int[][] covered = new int[targets][];
        Arrays.setAll(covered, k -> random.ints(5, 0, weights.length).toArray());
        return pattern -> {
            BitSet items = new BitSet(weights.length);
            for (int k = 0; k < targets; k++) {
                if (pattern[k] > 0) {
                    Arrays.stream(covered[k]).forEach(items::set);
                }
            }
            return items.stream().mapToDouble(i -> weights[i]).sum();
        };
    }

    /** A sum over single targets and pairs of any sign: neither monotone nor submodular. */
    static ToDoubleFunction<double[]> rugged(int targets, long seed) {
        UniformRandomProvider random = Streams.of(seed, 0, 3);
        double[][] pairs = new double[targets][];
        Arrays.setAll(pairs, k -> random.doubles(targets, -1, 1).toArray());
        return pattern -> {
            double sum = 0;
            for (int a = 0; a < targets; a++) {
                for (int b = 0; b <= a; b++) {
                    sum += pairs[a][b] * pattern[a] * (a == b ? 1 : pattern[b]);
                }
            }
            return sum;
        };
    }

    /** A function of patterns, with a count of how often it was asked. */
    static PatternValue value(ToDoubleFunction<double[]> function, AtomicLong asked) {
        return new PatternValue() {
            @Override
            public void refresh(double[] before) {}

            @Override
            public View newView() {
                return pattern -> {
                    asked.incrementAndGet();
                    return function.applyAsDouble(pattern);
                };
            }
        };
    }
}
