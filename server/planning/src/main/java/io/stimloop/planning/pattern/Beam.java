package io.stimloop.planning.pattern;

/**
 * Builds several patterns side by side, adding an element at a time and keeping the best so many of each size (beam
 * search: Lowerre 1976). A width of 1 is greedy without bounds, the plain one, which does not rest on gains that shrink. It
 * stops when two sizes in a row have brought nothing better than a smaller one. Not thread safe.
 */
final class Beam {
    private static final int PATIENCE = 2;

    private final Valuation valuation;
    private final Elements elements;
    private final double[] nextValues;
    private final int[] nextParents;
    private final int[] nextElements;
    private Pattern[] patterns;
    private Pattern[] spare;
    private double[] values;
    private int size;
    private int nextSize;
    private int width;

    Beam(Valuation valuation, Elements elements, PatternRules rules, int mostWide) {
        this.valuation = valuation;
        this.elements = elements;
        patterns = new Pattern[mostWide];
        spare = new Pattern[mostWide];
        for (int i = 0; i < mostWide; i++) {
            patterns[i] = new Pattern(rules);
            spare[i] = new Pattern(rules);
        }
        values = new double[mostWide];
        nextValues = new double[mostWide];
        nextParents = new int[mostWide];
        nextElements = new int[mostWide];
    }

    static long bytes(PatternRules rules, int mostWide) {
        return 2L * mostWide * Pattern.bytes(rules);
    }

    /**
     * Searches from no light on.
     *
     * @param resting targets that may not be turned on, as bits
     * @param newWidth how many patterns of each size are kept
     * @return false when the time is up
     */
    boolean search(long[] resting, int newWidth) {
        width = newWidth;
        patterns[0].clear(resting);
        size = 1;
        double best = Double.NEGATIVE_INFINITY;
        for (int inVain = 0; inVain < PATIENCE;) {
            if (!grow()) {
                return false;
            }
            if (nextSize == 0) {
                return true;
            }
            inVain = nextValues[0] > best ? 0 : inVain + 1;
            best = Math.max(best, nextValues[0]);
            advance();
        }
        return true;
    }

    /** How many patterns it ended with. */
    int size() {
        return size;
    }

    /** One of those it ended with, the best first. */
    Pattern pattern(int index) {
        return patterns[index];
    }

    /** The value of one of those it ended with. */
    double value(int index) {
        return values[index];
    }

    private boolean grow() {
        nextSize = 0;
        for (int parent = 0; parent < size; parent++) {
            for (int element : elements.all()) {
                if (patterns[parent].mayAdd(elements.target(element), elements.level(element))
                        && !put(parent, element)) {
                    return false;
                }
            }
        }
        return run();
    }

    /** Puts a pattern with one element more into the batch. */
    private boolean put(int parent, int element) {
        double[] row = valuation.add(patterns[parent].stimulus(), ((long) parent << Integer.SIZE) | element);
        row[elements.target(element)] = elements.power(element);
        return !valuation.full() || run();
    }

    private boolean run() {
        boolean inTime = valuation.run();
        for (int i = 0; i < valuation.done(); i++) {
            // Written as acceptance, so that NaN is not kept.
            if (valuation.value(i) > Double.NEGATIVE_INFINITY
                    && !kept(valuation.row(i), valuation.value(i))) {
                keep((int) (valuation.tag(i) >> Integer.SIZE), (int) valuation.tag(i), valuation.value(i));
            }
        }
        valuation.clear();
        return inTime;
    }

    /** Whether a pattern has been kept already, made from another parent. */
    private boolean kept(double[] row, double value) {
        for (int i = 0; i < nextSize; i++) {
            if (nextValues[i] == value && isChild(row, nextParents[i], nextElements[i])) {
                return true;
            }
        }
        return false;
    }

    private boolean isChild(double[] row, int parent, int element) {
        double[] stimulus = patterns[parent].stimulus();
        int added = elements.target(element);
        for (int target = 0; target < row.length; target++) {
            double power = target == added ? elements.power(element) : stimulus[target];
            if (row[target] != power) {
                return false;
            }
        }
        return true;
    }

    /** In order, the best first; of equals the one that came first. */
    private void keep(int parent, int element, double value) {
        int at = nextSize;
        while (at > 0 && value > nextValues[at - 1]) {
            at--;
        }
        if (at == width) {
            return;
        }
        nextSize = Math.min(nextSize + 1, width);
        for (int i = nextSize - 1; i > at; i--) {
            nextParents[i] = nextParents[i - 1];
            nextElements[i] = nextElements[i - 1];
            nextValues[i] = nextValues[i - 1];
        }
        nextParents[at] = parent;
        nextElements[at] = element;
        nextValues[at] = value;
    }

    private void advance() {
        for (int i = 0; i < nextSize; i++) {
            spare[i].copy(patterns[nextParents[i]]);
            spare[i].add(elements.target(nextElements[i]), elements.level(nextElements[i]));
            values[i] = nextValues[i];
        }
        Pattern[] grown = spare;
        spare = patterns;
        patterns = grown;
        size = nextSize;
    }
}
