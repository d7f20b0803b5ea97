package io.stimloop.planning.pattern;

import java.util.Arrays;

/**
 * What patterns are made of: a target at a power. Numbered, with what each was last seen to add to a pattern. Not thread
 * safe.
 */
final class Elements {
    private final PatternRules rules;
    private final int[] all;
    /** By element: value of the pattern of it alone; NaN where not known. */
    private final double[] alone;
    /** By element: the gain seen last; plus infinity where none was. */
    private final double[] gains;

    Elements(PatternRules rules) {
        this.rules = rules;
        int[] numbers = new int[rules.targets() * rules.levels()];
        int count = 0;
        for (int target = 0; target < rules.targets(); target++) {
            for (int level = 0; level < rules.levels(target); level++) {
                numbers[count++] = number(target, level);
            }
        }
        all = Arrays.copyOf(numbers, count);
        alone = new double[numbers.length];
        gains = new double[numbers.length];
    }

    static long bytes(PatternRules rules) {
        return (long) rules.targets() * rules.levels() * (2 * Integer.BYTES + 2 * Double.BYTES);
    }

    /** Forgets what was seen. */
    void clear() {
        Arrays.fill(alone, Double.NaN);
        Arrays.fill(gains, Double.POSITIVE_INFINITY);
    }

    int number(int target, int level) {
        return target * rules.levels() + level;
    }

    /** Of a pattern with one target on. Negative when it has none or several. */
    int numberOf(double[] stimulus) {
        int number = -1;
        for (int target = 0; target < stimulus.length; target++) {
            if (stimulus[target] != 0) {
                if (number >= 0) {
                    return -1;
                }
                number = number(target, rules.level(stimulus[target]));
            }
        }
        return number;
    }

    int target(int element) {
        return element / rules.levels();
    }

    int level(int element) {
        return element % rules.levels();
    }

    double power(int element) {
        return rules.power(level(element));
    }

    /** Numbers of those there are, ascending; not to be modified. */
    int[] all() {
        return all;
    }

    /** One more than the greatest number there can be. */
    int bound() {
        return gains.length;
    }

    double alone(int element) {
        return alone[element];
    }

    void alone(int element, double value) {
        alone[element] = value;
    }

    double gain(int element) {
        return gains[element];
    }

    void gain(int element, double seen) {
        gains[element] = seen;
    }
}
