package io.stimloop.planning.pattern;

import java.util.Arrays;

/**
 * A pattern in the making, always one that the rules allow or that some light more would make so: with nothing on it is
 * one only where dark is. What may be added is known without looking through what is on. Not thread safe.
 */
public final class Pattern {
    /** Half of what the rules put down to rounding, so that no order of adding up matters. */
    private static final double ROUNDING = PatternRules.ROUNDING / 2;
    /** Instead of a target: there is none, or there are several. */
    static final int NONE = -1;
    static final int SEVERAL = -2;

    private final PatternRules rules;
    private final double mostTotal;
    private final double[] stimulus;
    private final int[] on;
    private final long[] onSet;
    private final long[] blocked;
    private long[] resting;
    private int size;
    private double total;

    /** Nothing on. */
    public Pattern(PatternRules rules) {
        int words = Conflicts.words(rules.targets());
        this.rules = rules;
        this.mostTotal = rules.mostTotalPower() * (1 + ROUNDING);
        this.stimulus = new double[rules.targets()];
        this.on = new int[Math.min(rules.targets(), rules.mostOn())];
        this.onSet = new long[words];
        this.blocked = new long[words];
        this.resting = new long[words];
    }

    /** Bytes of one. */
    static long bytes(PatternRules rules) {
        return (long) rules.targets() * (Double.BYTES + Integer.BYTES + 3);
    }

    /**
     * Turns all off.
     *
     * @param mustRest targets that may not be turned on, as bits; kept, not modified
     */
    void clear(long[] mustRest) {
        resting = mustRest;
        clear();
    }

    /** Turns all off. */
    public void clear() {
        for (int i = 0; i < size; i++) {
            stimulus[on[i]] = 0;
        }
        size = 0;
        total = 0;
        Arrays.fill(onSet, 0);
        Arrays.fill(blocked, 0);
    }

    /** Becomes what another one is. */
    void copy(Pattern other) {
        clear(other.resting);
        size = other.size;
        total = other.total;
        System.arraycopy(other.on, 0, on, 0, size);
        System.arraycopy(other.onSet, 0, onSet, 0, onSet.length);
        System.arraycopy(other.blocked, 0, blocked, 0, blocked.length);
        System.arraycopy(other.stimulus, 0, stimulus, 0, stimulus.length);
    }

    /** How many targets are on. */
    public int size() {
        return size;
    }

    /** One of those that are on, in ascending order. */
    int on(int index) {
        return on[index];
    }

    /** The power of each target, in mW; changes with the pattern; not to be modified. */
    public double[] stimulus() {
        return stimulus;
    }

    /** Whether a target may be turned on at a power of the set. */
    public boolean mayAdd(int target, int level) {
        return size < on.length && level < rules.levels(target) && isOff(target)
                && !Conflicts.has(blocked, target) && !Conflicts.has(resting, target)
                && total + rules.power(level) <= mostTotal;
    }

    /** Whether the power of a target that is on may be another. */
    boolean mayChange(int target, int level) {
        return level >= 0 && level < rules.levels(target) && rules.power(level) != stimulus[target]
                && total - stimulus[target] + rules.power(level) <= mostTotal;
    }

    /** Whether a target that is off may be turned on at a power when one that is on is turned off. */
    boolean mayReplace(int out, int target, int level) {
        int blocker = blocker(target);
        return level < rules.levels(target) && isOff(target) && !Conflicts.has(resting, target)
                && (blocker == NONE || blocker == out)
                && total - stimulus[out] + rules.power(level) <= mostTotal;
    }

    private boolean isOff(int target) {
        return stimulus[target] == 0;
    }

    /** The one target on that excludes this one; {@link #NONE}, or {@link #SEVERAL}. */
    private int blocker(int target) {
        if (!Conflicts.has(blocked, target)) {
            return NONE;
        }
        long[] row = rules.conflicts().of(target);
        int found = NONE;
        for (int word = 0; word < row.length; word++) {
            long both = row[word] & onSet[word];
            if (both != 0) {
                boolean second = found != NONE || (both & (both - 1)) != 0;
                if (second) {
                    return SEVERAL;
                }
                found = word * Long.SIZE + Long.numberOfTrailingZeros(both);
            }
        }
        return found;
    }

    /** Turns a target on that {@link #mayAdd} allows. */
    public void add(int target, int level) {
        int at = size++;
        while (at > 0 && on[at - 1] > target) {
            on[at] = on[at - 1];
            at--;
        }
        on[at] = target;
        stimulus[target] = rules.power(level);
        onSet[target >> 6] |= 1L << target;
        block(target);
        sumUp();
    }

    /** Turns a target off that is on. */
    public void remove(int target) {
        int at = Arrays.binarySearch(on, 0, size, target);
        System.arraycopy(on, at + 1, on, at, size - at - 1);
        size--;
        stimulus[target] = 0;
        onSet[target >> 6] &= ~(1L << target);
        Arrays.fill(blocked, 0);
        for (int i = 0; i < size; i++) {
            block(on[i]);
        }
        sumUp();
    }

    private void block(int target) {
        long[] row = rules.conflicts().of(target);
        for (int word = 0; word < row.length; word++) {
            blocked[word] |= row[word];
        }
    }

    /** Gives a target that is on another power that {@link #mayChange} allows. */
    void change(int target, int level) {
        stimulus[target] = rules.power(level);
        sumUp();
    }

    /** In ascending order, so that a pattern's total does not depend on how it was made. */
    private void sumUp() {
        total = 0;
        for (int i = 0; i < size; i++) {
            total += stimulus[on[i]];
        }
    }

    /** Adds what may be added of another pattern, its targets in ascending order. */
    void addAll(double[] other) {
        for (int target = 0; target < other.length; target++) {
            int level = other[target] > 0 ? rules.level(other[target]) : NONE;
            if (level >= 0 && mayAdd(target, level)) {
                add(target, level);
            }
        }
    }
}
