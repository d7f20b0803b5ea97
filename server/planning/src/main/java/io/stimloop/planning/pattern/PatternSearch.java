package io.stimloop.planning.pattern;

import io.stimloop.planning.pool.Crew;
import io.stimloop.planning.pool.Faults;
import java.util.function.LongSupplier;

/**
 * Searches all patterns that the rules allow: those that were best in the last searches, {@link LazyGreedy}, then
 * {@link Exchange} from the best so far, {@link Beam}, and exchange from where that ended. At any instant the best so far
 * is known; with all the time in the world it ends by itself. What it finds depends on how many patterns were valued, not
 * on time or threads. Not thread safe.
 */
final class PatternSearch {
    /** Patterns remembered from search to search. */
    private static final int MEMORY = 4;

    private final PatternRules rules;
    private final Valuation valuation;
    private final Elements elements;
    private final LazyGreedy greedy;
    private final Exchange exchange;
    private final Beam beam;
    private final int beamWidth;
    private final Pattern pattern;
    private final double[][] remembered;
    private long remembers;

    PatternSearch(PatternValue value, PatternRules rules, int beamWidth, Crew crew, LongSupplier nanoClock,
            Faults faults) {
        this.rules = rules;
        this.beamWidth = beamWidth;
        valuation = new Valuation(value, rules, crew, nanoClock, faults);
        elements = new Elements(rules);
        greedy = new LazyGreedy(valuation, elements);
        exchange = new Exchange(valuation, elements, rules);
        beam = new Beam(valuation, elements, rules, beamWidth);
        pattern = new Pattern(rules);
        remembered = new double[MEMORY][rules.targets()];
    }

    static long bytes(PatternRules rules, int beamWidth) {
        return PatternBatch.bytes(rules.targets()) + Elements.bytes(rules) + LazyGreedy.bytes(rules)
                + Exchange.bytes(rules) + Beam.bytes(rules, beamWidth) + Pattern.bytes(rules)
                + (long) (MEMORY + 3) * Double.BYTES * rules.targets();
    }

    /** Begins a search that must end at a time; returns whether it is worth trying. */
    boolean begin(long cutoffNanos) {
        elements.clear();
        return valuation.begin(cutoffNanos);
    }

    /** The element that a pattern is made of; negative when it has none or several. */
    int elementOf(double[] stimulus) {
        return elements.numberOf(stimulus);
    }

    /**
     * Takes up what a pattern is worth, which the rules and rest allow.
     *
     * @param element as {@link #elementOf} says
     */
    void know(double[] stimulus, int element, double value) {
        valuation.finds().offer(stimulus, value);
        if (element >= 0) {
            elements.alone(element, value);
        }
    }

    /**
     * Searches until nothing is left to try or the time is up.
     *
     * @param resting targets that may not be lit, as bits; not modified
     * @return false when the time was up
     */
    boolean run(long[] resting) {
        boolean ended = recall(resting) && build(resting);
        remember();
        return ended;
    }

    private boolean build(long[] resting) {
        double dark = valuation.dark();
        double base = Double.isNaN(dark) ? 0 : dark;
        return climb(resting, base, false)
                && (rules.mostTotalPower() == Double.POSITIVE_INFINITY || climb(resting, base, true))
                && betterBest(resting)
                && (!greedy.grew() || beam(resting, 1))
                && beam(resting, beamWidth);
    }

    /** Values the patterns remembered, less what must rest. */
    private boolean recall(long[] resting) {
        for (int i = 0; i < Math.min(remembers, MEMORY); i++) {
            pattern.clear(resting);
            pattern.addAll(remembered[i]);
            if (pattern.size() > 0) {
                valuation.add(pattern.stimulus(), i);
            }
        }
        boolean inTime = valuation.run();
        valuation.clear();
        return inTime;
    }

    private void remember() {
        if (valuation.finds().any()) {
            double[] place = remembered[(int) (remembers++ % MEMORY)];
            System.arraycopy(valuation.finds().best(), 0, place, 0, place.length);
        }
    }

    private boolean climb(long[] resting, double dark, boolean perPower) {
        pattern.clear(resting);
        return greedy.climb(pattern, dark, perPower);
    }

    private boolean betterBest(long[] resting) {
        if (!valuation.finds().any()) {
            return true;
        }
        pattern.clear(resting);
        pattern.addAll(valuation.finds().best());
        return exchange.improve(pattern, valuation.finds().bestValue());
    }

    private boolean beam(long[] resting, int width) {
        boolean inTime = beam.search(resting, width);
        for (int i = 0; inTime && i < beam.size(); i++) {
            inTime = exchange.improve(beam.pattern(i), beam.value(i));
        }
        return inTime;
    }

    /** Returns when nobody values any more. */
    void settle() {
        valuation.settle();
    }

    /** What was found, and how many were valued. */
    Valuation valuation() {
        return valuation;
    }
}
