package io.stimloop.control.spec;

import io.stimloop.numerics.random.Streams;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.CombinationSampler;

/** The sets of targets that can be lit at once, each target of a set with one of some powers. */
final class TargetSets {
    private static final long PURPOSE = 0x74617267657473L;

    private final int targets;
    private final double[] powers;
    private final boolean blank;
    private final int mostAtOnce;

    /**
     * @param levels powers from 0, strictly increasing, the last above 0; a 0 stands for no light at all
     */
    TargetSets(int targets, double[] levels, int mostAtOnce) {
        this.targets = targets;
        this.blank = levels[0] == 0;
        this.powers = blank ? Arrays.copyOfRange(levels, 1, levels.length) : levels;
        this.mostAtOnce = mostAtOnce;
    }

    /** Single targets at all powers, and no light where that is a power. */
    double singles() {
        return (double) targets * powers.length + (blank ? 1 : 0);
    }

    /** All stimuli there are, rounded where they are very many. */
    double all() {
        double sum = blank ? 1 : 0;
        double sets = 1;
        for (int k = 1; k <= mostAtOnce; k++) {
            sets *= (double) (targets - k + 1) / k * powers.length;
            sum += StrictMath.rint(sets);
        }
        return sum;
    }

    /**
     * The blank, all single targets, then different sets of two targets or more: of a size and of members drawn
     * uniformly.
     *
     * @param count from {@link #singles} to {@link #all}
     */
    double[][] candidates(int count, long seed) {
        List<double[]> rows = new ArrayList<>(count);
        if (blank) {
            rows.add(new double[targets]);
        }
        for (int target = 0; target < targets; target++) {
            for (double power : powers) {
                double[] row = new double[targets];
                row[target] = power;
                rows.add(row);
            }
        }
        UniformRandomProvider random = Streams.of(seed, 0, PURPOSE);
        Set<List<Integer>> drawn = new HashSet<>();
        while (rows.size() < count) {
            List<Integer> set = draw(random);
            if (drawn.add(set)) {
                rows.add(row(set));
            }
        }
        return rows.toArray(double[][]::new);
    }

    /** Target times powers plus power of each member, ascending. */
    private List<Integer> draw(UniformRandomProvider random) {
        int size = 2 + random.nextInt(mostAtOnce - 1);
        int[] members = new CombinationSampler(random, targets, size).sample();
        return Arrays.stream(members).sorted()
                .map(target -> target * powers.length + random.nextInt(powers.length)).boxed().toList();
    }

    private double[] row(List<Integer> set) {
        double[] row = new double[targets];
        for (int member : set) {
            row[member / powers.length] = powers[member % powers.length];
        }
        return row;
    }
}
