package io.stimloop.planning.pattern;

/**
 * Betters a pattern by the exchange of single elements: the power of a target raised or lowered, a target turned off, one
 * turned on, or one turned on for another (as in Nemhauser, Wolsey and Fisher 1978, section 5), what was last seen
 * to add most first. Takes the best of a batch that has something better, and begins again, until a whole round has brought
 * nothing. Values only grow, so it ends. Not thread safe.
 */
final class Exchange {
    private static final int NONE = -1;

    private final Valuation valuation;
    private final Elements elements;
    private final PatternRules rules;
    private final ElementHeap heap;
    private final int[] order;
    private int ordered;
    private double value;

    Exchange(Valuation valuation, Elements elements, PatternRules rules) {
        this.valuation = valuation;
        this.elements = elements;
        this.rules = rules;
        heap = new ElementHeap(elements.bound());
        order = new int[elements.bound()];
    }

    static long bytes(PatternRules rules) {
        return (long) rules.targets() * rules.levels() * (2 * Integer.BYTES + Double.BYTES);
    }

    /** What came of a round. */
    private enum Round {
        BETTER,
        NOTHING,
        TIME_IS_UP
    }

    /**
     * Makes a pattern one that no exchange betters.
     *
     * @param worth its value
     * @return false when the time is up
     */
    boolean improve(Pattern pattern, double worth) {
        value = worth;
        arrange();
        Round round = Round.BETTER;
        while (round == Round.BETTER) {
            round = round(pattern);
        }
        return round == Round.NOTHING;
    }

    /** By the gain last seen, the greatest first. */
    private void arrange() {
        heap.clear();
        for (int element : elements.all()) {
            heap.push(element, elements.gain(element));
        }
        ordered = 0;
        while (!heap.isEmpty()) {
            order[ordered++] = heap.pop();
        }
    }

    private Round round(Pattern pattern) {
        for (int i = 0; i < pattern.size(); i++) {
            Round round = alone(pattern, pattern.on(i));
            if (round != Round.NOTHING) {
                return round;
            }
        }
        for (int i = 0; i < ordered; i++) {
            int target = elements.target(order[i]);
            int level = elements.level(order[i]);
            if (pattern.mayAdd(target, level)) {
                Round round = put(pattern, NONE, order[i]);
                if (round != Round.NOTHING) {
                    return round;
                }
            }
        }
        for (int i = 0; i < ordered; i++) {
            Round round = instead(pattern, order[i]);
            if (round != Round.NOTHING) {
                return round;
            }
        }
        return run(pattern);
    }

    /** A target that is on at other powers, and off. */
    private Round alone(Pattern pattern, int target) {
        for (int level = 0; level < rules.levels(target); level++) {
            if (pattern.mayChange(target, level)) {
                Round round = put(pattern, target, elements.number(target, level));
                if (round != Round.NOTHING) {
                    return round;
                }
            }
        }
        return pattern.size() > 1 || rules.dark() ? put(pattern, target, NONE) : Round.NOTHING;
    }

    /** An element for each of those that are on. */
    private Round instead(Pattern pattern, int element) {
        for (int i = 0; i < pattern.size(); i++) {
            if (pattern.mayReplace(pattern.on(i), elements.target(element), elements.level(element))) {
                Round round = put(pattern, pattern.on(i), element);
                if (round != Round.NOTHING) {
                    return round;
                }
            }
        }
        return Round.NOTHING;
    }

    /** Puts an exchange into the batch, and has the batch valued when it is full. */
    private Round put(Pattern pattern, int out, int in) {
        double[] row = valuation.add(pattern.stimulus(), ((long) out << Integer.SIZE) | (in & 0xffffffffL));
        if (out != NONE) {
            row[out] = 0;
        }
        if (in != NONE) {
            row[elements.target(in)] = elements.power(in);
        }
        return valuation.full() ? run(pattern) : Round.NOTHING;
    }

    private Round run(Pattern pattern) {
        boolean inTime = valuation.run();
        int best = NONE;
        for (int i = 0; i < valuation.done(); i++) {
            learn(valuation.tag(i), valuation.value(i));
            // Written as acceptance, so that NaN is no better.
            if (valuation.value(i) > (best == NONE ? value : valuation.value(best))) {
                best = i;
            }
        }
        if (best != NONE) {
            value = valuation.value(best);
            exchange(pattern, valuation.tag(best));
        }
        valuation.clear();
        return !inTime ? Round.TIME_IS_UP : best == NONE ? Round.NOTHING : Round.BETTER;
    }

    /** What an element adds is seen where it was added and nothing else changed. */
    private void learn(long tag, double worth) {
        if ((int) (tag >> Integer.SIZE) == NONE && !Double.isNaN(worth)) {
            elements.gain((int) tag, worth - value);
        }
    }

    private void exchange(Pattern pattern, long tag) {
        int out = (int) (tag >> Integer.SIZE);
        int in = (int) tag;
        if (out != NONE) {
            pattern.remove(out);
        }
        if (in != NONE) {
            pattern.add(elements.target(in), elements.level(in));
        }
    }
}
