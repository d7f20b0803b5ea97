package io.stimloop.planning.pattern;

import java.util.Arrays;

/**
 * Builds a pattern by adding, again and again, the element that adds most, with lazy evaluation (Minoux 1978, Optimization
 * Techniques, Lecture Notes in Control and Information Sciences 7, 234-243): what an element added to a smaller pattern
 * bounds what it adds now where the value is submodular, and only elements whose bound is on top are looked at again. An
 * element is never added on the word of its bound, only of what it was seen to add to the very pattern.
 *
 * <p>What is known of the result, for a value that is submodular, monotone and 0 without light: at least 1 - 1/e of the
 * best where the only rule is how many targets are on and there is one power (Nemhauser, Wolsey and Fisher 1978,
 * Mathematical Programming 14, 265-294); at least half where there are several powers; at least 1 / (p + 1) under rules
 * for which whatever is added makes at most p others impossible to keep, as where every target excludes at most p - 1
 * others (Fisher, Nemhauser and Wolsey 1978, Mathematical Programming Study 8, 73-87; Mestre 2006, European Symposium on
 * Algorithms, 528-539). Under a limit of the total power alone the better of two runs, by gain and by gain per power,
 * has at least (1 - 1/e) / 2 (Leskovec et al. 2007, Knowledge Discovery and Data Mining, 420-429). Where gains can grow,
 * or the value falls, nothing is promised; {@link #grew} tells that one was seen to grow. Not thread safe.
 */
final class LazyGreedy {
    private static final int NONE = -1;
    private static final int TIME_IS_UP = -2;
    /** Elements looked at again at a time. */
    private static final int LOOKS = 16;
    /** Rounding lets a gain seem to grow by this part of the values it is the difference of. */
    private static final double ROUNDING = 1e-9;

    private final Valuation valuation;
    private final Elements elements;
    private final ElementHeap heap;
    private final double[] values;
    /** By element: how large the pattern was when its gain was seen last. */
    private final int[] seenAt;
    private boolean grew;

    LazyGreedy(Valuation valuation, Elements elements) {
        this.valuation = valuation;
        this.elements = elements;
        heap = new ElementHeap(elements.bound());
        values = new double[elements.bound()];
        seenAt = new int[elements.bound()];
    }

    static long bytes(PatternRules rules) {
        return (long) rules.targets() * rules.levels() * (2 * Integer.BYTES + 2 * Double.BYTES);
    }

    /**
     * Adds to a pattern with nothing on until nothing more may be added or would add anything.
     *
     * @param dark     the value of no light
     * @param perPower whether what adds most per unit of power comes first
     * @return false when the time is up
     */
    boolean climb(Pattern pattern, double dark, boolean perPower) {
        begin(pattern, dark, perPower);
        double current = dark;
        int best = best(pattern, current, perPower);
        while (best >= 0 && elements.gain(best) > 0) {
            pattern.add(elements.target(best), elements.level(best));
            current = values[best];
            best = best(pattern, current, perPower);
        }
        return best != TIME_IS_UP;
    }

    /** Whether an element was seen to add more to a larger pattern than to a smaller one in the last climb. */
    boolean grew() {
        return grew;
    }

    private void begin(Pattern pattern, double dark, boolean perPower) {
        heap.clear();
        grew = false;
        Arrays.fill(seenAt, NONE);
        for (int element : elements.all()) {
            if (pattern.mayAdd(elements.target(element), elements.level(element))) {
                values[element] = elements.alone(element);
                boolean known = !Double.isNaN(values[element]);
                elements.gain(element, known ? values[element] - dark : Double.POSITIVE_INFINITY);
                seenAt[element] = known ? 0 : NONE;
                push(element, perPower);
            }
        }
    }

    private void push(int element, boolean perPower) {
        heap.push(element, elements.gain(element) / (perPower ? elements.power(element) : 1));
    }

    /** The element that adds most, taken out of the heap. */
    private int best(Pattern pattern, double current, boolean perPower) {
        dropForbidden(pattern);
        while (!heap.isEmpty() && seenAt[heap.top()] < pattern.size()) {
            lookAgain(pattern);
            boolean inTime = valuation.run();
            takeUp(pattern, current, perPower);
            valuation.clear();
            if (!inTime) {
                return TIME_IS_UP;
            }
            dropForbidden(pattern);
        }
        return heap.isEmpty() ? NONE : heap.pop();
    }

    /** What may not be added may not be added later either: rules only get tighter as a pattern grows. */
    private void dropForbidden(Pattern pattern) {
        while (!heap.isEmpty()
                && !pattern.mayAdd(elements.target(heap.top()), elements.level(heap.top()))) {
            heap.pop();
        }
    }

    /** Puts the elements on top whose gains are of smaller patterns into a batch. */
    private void lookAgain(Pattern pattern) {
        while (!heap.isEmpty() && seenAt[heap.top()] < pattern.size() && valuation.waiting() < LOOKS) {
            int element = heap.pop();
            valuation.add(pattern.stimulus(), element)[elements.target(element)] = elements.power(element);
            dropForbidden(pattern);
        }
    }

    private void takeUp(Pattern pattern, double current, boolean perPower) {
        for (int i = 0; i < valuation.done(); i++) {
            int element = (int) valuation.tag(i);
            double value = valuation.value(i);
            if (!Double.isNaN(value)) {
                double gain = value - current;
                grew |= gain > elements.gain(element) + ROUNDING * (Math.abs(value) + Math.abs(current));
                values[element] = value;
                elements.gain(element, gain);
                seenAt[element] = pattern.size();
                push(element, perPower);
            }
        }
    }
}
