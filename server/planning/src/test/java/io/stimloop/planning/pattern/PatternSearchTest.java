package io.stimloop.planning.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.numerics.random.Streams;
import io.stimloop.planning.pool.Crew;
import io.stimloop.planning.pool.Faults;
import io.stimloop.planning.pool.WorkerPool;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToDoubleFunction;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

/** What the search finds, against all there is, and what it never returns. */
class PatternSearchTest {
    private static final double GUARANTEE = 1 - 1 / Math.E;
    private static final long[] AWAKE = {0};

    /** 300 functions of up to 16 targets, one power, a limit of how many are on: Nemhauser, Wolsey and Fisher (1978). */
    @Test
    void lazyGreedyKeepsItsGuaranteeForSubmodularValues() {
        double least = 1;
        for (int seed = 0; seed < 300; seed++) {
            UniformRandomProvider random = Streams.of(seed, 0, 1);
            int targets = 6 + random.nextInt(11);
            PatternRules rules = Patterns.atMost(targets, 1 + random.nextInt(5), 1);
            ToDoubleFunction<double[]> covered = Patterns.coverage(targets, seed);
            Pattern pattern = new Pattern(rules);
            LazyGreedy greedy = greedy(rules, covered, new AtomicLong());
            assertThat(greedy.climb(pattern, 0, false)).isTrue();
            assertThat(greedy.grew()).as("gains of a submodular function shrink").isFalse();
            assertThat(pattern.stimulus()).as("lazy is plain greedy").isEqualTo(plain(rules, covered));
            least = Math.min(least,
                    covered.applyAsDouble(pattern.stimulus()) / optimum(rules, AWAKE, covered));
        }
        assertThat(least).as("the worst of all, of the optimum").isBetween(GUARANTEE, 0.999);
    }

    private static double[] plain(PatternRules rules, ToDoubleFunction<double[]> value) {
        Pattern pattern = new Pattern(rules);
        double best = 0;
        int added;
        do {
            added = -1;
            for (int target = 0; target < rules.targets(); target++) {
                if (pattern.mayAdd(target, 0)) {
                    double[] more = pattern.stimulus().clone();
                    more[target] = rules.power(0);
                    if (value.applyAsDouble(more) > best) {
                        best = value.applyAsDouble(more);
                        added = target;
                    }
                }
            }
            if (added >= 0) {
                pattern.add(added, 0);
            }
        } while (added >= 0);
        return pattern.stimulus();
    }

    @Test
    void lazyGreedyLooksAtFewOfAllElementsAgain() {
        PatternRules rules = Patterns.atMost(1000, 20, 1);
        AtomicLong asked = new AtomicLong();
        greedy(rules, Patterns.sparseCoverage(1000, 5), asked).climb(new Pattern(rules), 0, false);
        assertThat(asked.get()).as("of 1000 + 999 + ... = 19,810 for the plain one").isBetween(1000L, 3000L);
    }

    private static LazyGreedy greedy(PatternRules rules, ToDoubleFunction<double[]> function,
            AtomicLong asked) {
        Valuation valuation = new Valuation(Patterns.value(function, asked), rules, Crew.alone(), () -> 0,
                new Faults(fault -> {
                    throw new IllegalStateException(fault);
                }));
        valuation.begin(Patterns.NEVER);
        Elements elements = new Elements(rules);
        elements.clear();
        return new LazyGreedy(valuation, elements);
    }

    /**
     * With all the time in the world and the usual width: half of the values are submodular, half have no order at all.
     * Found are 297 of 300 optima, and 0.98 of the others.
     */
    @Test
    void theWholeSearchFindsTheOptimumNearlyAlways() {
        int best = 0;
        double least = 1;
        int searches = 300;
        for (int seed = 0; seed < searches; seed++) {
            UniformRandomProvider random = Streams.of(seed, 1, 1);
            int targets = 4 + random.nextInt(9);
            PatternRules rules = Patterns.rules(targets, random);
            ToDoubleFunction<double[]> value = seed % 2 == 0
                    ? Patterns.coverage(targets, seed)
                    : Patterns.rugged(targets, seed);
            PatternSearch search = search(rules, value, new AtomicLong(), 16);
            search.begin(Patterns.NEVER);
            search.run(AWAKE);
            double optimum = optimum(rules, AWAKE, value);
            double found = search.valuation().finds().bestValue();
            best += found >= optimum - 1e-12 ? 1 : 0;
            least = optimum > 0 ? Math.min(least, found / optimum) : least;
        }
        assertThat(best).as("optima of %d", searches).isGreaterThanOrEqualTo(searches * 98 / 100);
        assertThat(least).as("the worst of all, of the optimum").isGreaterThan(0.97);
    }

    private static double optimum(PatternRules rules, long[] resting, ToDoubleFunction<double[]> value) {
        return Patterns.all(rules, resting).stream().mapToDouble(value).max().orElseThrow();
    }

    /** 150 sets of rules, with targets that rest, cut off after each number of values there is until it ends by itself. */
    @Test
    void noPatternIsEverReturnedThatTheRulesForbid() {
        int cuts = 0;
        for (int seed = 0; seed < 150; seed++) {
            UniformRandomProvider random = Streams.of(seed, 2, 1);
            int targets = 1 + random.nextInt(10);
            PatternRules rules = Patterns.rules(targets, random);
            long some = random.nextLong();
            long[] resting = {some & random.nextLong()};
            AtomicLong asked = new AtomicLong();
            double before = Double.NEGATIVE_INFINITY;
            boolean ended = false;
            for (int cut = 1; !ended; cut++) {
                PatternSearch search = search(rules, Patterns.rugged(targets, seed), asked, 2);
                asked.set(0);
                search.begin(cut);
                search.run(resting);
                ended = asked.get() < cut - 1;
                Finds found = search.valuation().finds();
                if (found.any()) {
                    assertAllowed(rules, resting, found.best());
                    assertThat(found.bestValue()).as("more time is never worse")
                            .isGreaterThanOrEqualTo(before);
                    before = found.bestValue();
                }
                cuts++;
            }
        }
        assertThat(cuts).isGreaterThan(10_000);
    }

    private static void assertAllowed(PatternRules rules, long[] resting, double[] pattern) {
        assertThat(rules.admits(pattern)).as(Arrays.toString(pattern)).isTrue();
        for (int target = 0; target < pattern.length; target++) {
            assertThat(pattern[target] > 0 && Conflicts.has(resting, target)).isFalse();
        }
    }

    /** The clock is the number of values asked for, so the third search is begun with what two others remember. */
    @Test
    void threadsMakeNoDifference() {
        PatternRules rules = Patterns.rules(40, Streams.of(8, 0, 1));
        ToDoubleFunction<double[]> value = Patterns.rugged(40, 8);
        List<double[]> alone = searches(rules, value, Crew.alone());
        try (WorkerPool pool = new WorkerPool(3)) {
            assertThat(searches(rules, value, pool)).usingRecursiveComparison().isEqualTo(alone);
        }
    }

    private static List<double[]> searches(PatternRules rules, ToDoubleFunction<double[]> value, Crew crew) {
        PatternSearch search = new PatternSearch(Patterns.value(value, new AtomicLong()), rules, 3, crew,
                System::nanoTime, new Faults(fault -> {}));
        List<double[]> found = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            search.begin(System.nanoTime() + Patterns.NEVER);
            search.run(i == 1 ? new long[]{0xf0f0f0f0f0L} : AWAKE);
            found.add(search.valuation().finds().best().clone());
            found.add(new double[]{search.valuation().evaluated(), search.valuation().finds().bestValue(),
                    search.valuation().finds().runnerUp().utility()});
        }
        return found;
    }

    @Test
    void theBestOfTheLastSearchesIsTriedFirst() {
        PatternRules rules = Patterns.atMost(30, 4, 1, 2);
        AtomicLong asked = new AtomicLong();
        PatternSearch search = search(rules, Patterns.rugged(30, 4), asked, 2);
        search.begin(Patterns.NEVER);
        search.run(AWAKE);
        double best = search.valuation().finds().bestValue();
        asked.set(0);
        search.begin(3);
        search.run(AWAKE);
        assertThat(asked.get()).as("the memory and no light").isLessThanOrEqualTo(3);
        assertThat(search.valuation().finds().bestValue()).isEqualTo(best);
    }

    @Test
    void patternsWithoutAValueAreSkippedAndCounted() {
        PatternRules rules = Patterns.atMost(8, 3, 1);
        ToDoubleFunction<double[]> partly = pattern -> pattern[0] > 0
                ? Double.NaN
                : Patterns.coverage(8, 1).applyAsDouble(pattern);
        PatternSearch search = search(rules, partly, new AtomicLong(), 2);
        search.begin(Patterns.NEVER);
        search.run(AWAKE);
        assertThat(search.valuation().skipped()).isPositive();
        assertThat(search.valuation().finds().best()[0]).isZero();
        assertThat(search.valuation().finds().bestValue()).isEqualTo(optimum(rules, new long[]{1}, partly));
        PatternSearch none = search(rules, pattern -> Double.NaN, new AtomicLong(), 2);
        none.begin(Patterns.NEVER);
        none.run(AWAKE);
        assertThat(none.valuation().finds().any()).isFalse();
    }

    private static PatternSearch search(PatternRules rules, ToDoubleFunction<double[]> value,
            AtomicLong asked,
            int beamWidth) {
        return new PatternSearch(Patterns.value(value, asked), rules, beamWidth, Crew.alone(), asked::get,
                new Faults(fault -> {
                    throw new IllegalStateException(fault);
                }));
    }
}
