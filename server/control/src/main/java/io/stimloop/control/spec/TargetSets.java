package io.stimloop.control.spec;

import io.stimloop.numerics.random.Streams;
import io.stimloop.planning.pattern.Pattern;
import io.stimloop.planning.pattern.PatternRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.CombinationSampler;
import org.apache.commons.rng.sampling.ListSampler;

/** The sets of targets that can be lit at once, each target of a set with one of some powers. */
final class TargetSets {
    private static final long PURPOSE = 0x74617267657473L;
    /** Draws in a row that bring nothing new, after which the rest is listed instead. */
    private static final int PATIENCE = 1000;

    private final PatternRules rules;

    /** Of all sets that the rules allow. */
    TargetSets(PatternRules rules) {
        this.rules = rules;
    }

    /** Single targets at all powers, and no light where that is allowed. */
    int singles() {
        int count = rules.dark() ? 1 : 0;
        for (int target = 0; target < rules.targets(); target++) {
            count += rules.levels(target);
        }
        return count;
    }

    /** All stimuli there are, but counted no further than this. */
    int countUpTo(int most) {
        int pairs = countUpTo(most, 2);
        return pairs < most && rules.mostOn() > 2 ? countUpTo(most, rules.mostOn()) : pairs;
    }

    /** Those of at most so many targets: many targets have enough pairs, and pairs are counted in no time. */
    private int countUpTo(int most, int mostOn) {
        int[] count = {rules.dark() ? 1 : 0};
        visit(new Pattern(rules), 0, mostOn, pattern -> ++count[0] < most);
        return Math.min(count[0], most);
    }

    /**
     * Visits the patterns with some light that begin with this one, targets in ascending order. Whatever is left of a
     * pattern is allowed where the pattern is, so that no way leads to none.
     *
     * @param mostOn most targets on
     * @param goOn   told of each; says whether to go on
     * @return whether it was gone on
     */
    private boolean visit(Pattern pattern, int first, int mostOn, Predicate<Pattern> goOn) {
        for (int target = first; target < rules.targets() && pattern.size() < mostOn; target++) {
            for (int level = 0; level < rules.levels(target); level++) {
                if (pattern.mayAdd(target, level)) {
                    pattern.add(target, level);
                    boolean on = goOn.test(pattern) && visit(pattern, target + 1, mostOn, goOn);
                    pattern.remove(target);
                    if (!on) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /**
     * The dark, all single targets, then different sets of two targets or more: of a size and of members drawn
     * uniformly, less those that may not be on with the others. Where drawing brings nothing new for long, those that
     * are left in their order.
     *
     * @param count from {@link #singles} to as many as there are
     */
    double[][] candidates(int count, long seed) {
        List<double[]> rows = new ArrayList<>(count);
        if (rules.dark()) {
            rows.add(new double[rules.targets()]);
        }
        for (int target = 0; target < rules.targets(); target++) {
            for (int level = 0; level < rules.levels(target); level++) {
                double[] row = new double[rules.targets()];
                row[target] = rules.power(level);
                rows.add(row);
            }
        }
        Set<List<Integer>> known = draw(count, seed, rows);
        if (rows.size() < count) {
            visit(new Pattern(rules), 0, rules.mostOn(), pattern -> {
                if (pattern.size() > 1 && known.add(members(pattern))) {
                    rows.add(pattern.stimulus().clone());
                }
                return rows.size() < count;
            });
        }
        return rows.toArray(double[][]::new);
    }

    private Set<List<Integer>> draw(int count, long seed, List<double[]> rows) {
        UniformRandomProvider random = Streams.of(seed, 0, PURPOSE);
        Set<List<Integer>> drawn = new HashSet<>();
        Pattern pattern = new Pattern(rules);
        int inVain = 0;
        while (rows.size() < count && inVain < PATIENCE) {
            draw(random, pattern);
            if (pattern.size() > 1 && drawn.add(members(pattern))) {
                rows.add(pattern.stimulus().clone());
                inVain = 0;
            } else {
                inVain++;
            }
        }
        return drawn;
    }

    /** A size, members of any of the powers, and of these as many as may be on together. */
    private void draw(UniformRandomProvider random, Pattern pattern) {
        int size = 2 + random.nextInt(rules.mostOn() - 1);
        int[] targets = new CombinationSampler(random, rules.targets(), size).sample();
        Arrays.sort(targets);
        List<int[]> members = new ArrayList<>();
        for (int target : targets) {
            members.add(new int[]{target, random.nextInt(rules.levels(target))});
        }
        if (!fit(members, pattern)) {
            ListSampler.shuffle(random, members);
            fit(members, pattern);
        }
    }

    /** Lights the members that may be lit, in their order; returns whether these were all. */
    private static boolean fit(List<int[]> members, Pattern pattern) {
        pattern.clear();
        for (int[] member : members) {
            if (pattern.mayAdd(member[0], member[1])) {
                pattern.add(member[0], member[1]);
            }
        }
        return pattern.size() == members.size();
    }

    /** Target and power of each that is on, ascending. */
    private List<Integer> members(Pattern pattern) {
        List<Integer> members = new ArrayList<>();
        double[] stimulus = pattern.stimulus();
        for (int target = 0; target < stimulus.length; target++) {
            if (stimulus[target] > 0) {
                members.add(target * rules.levels() + rules.level(stimulus[target]));
            }
        }
        return members;
    }
}
