package io.stimloop.planning.pattern;

import java.util.Arrays;

/**
 * Which patterns of light may be presented: a power of a discrete set for each of up to so many targets, not more than
 * each may be given, not more in all, and none of two that exclude each other. Whatever a pattern that is allowed has
 * too much of it may be taken: what is left is allowed as well, so long as something is, or dark is. Immutable.
 */
public final class PatternRules {
    /** A total may exceed its limit by this fraction, which is put down to rounding. */
    static final double ROUNDING = 1e-9;

    private final double[] powers;
    private final int[] levels;
    private final int mostOn;
    private final double mostTotalPower;
    private final Conflicts conflicts;
    private final boolean dark;

    /**
     * Takes the rules.
     *
     * @param powers         that there are, in mW, above 0, strictly increasing, at least one; copied
     * @param mostPowers     by target: the most it may be given, in mW; infinite for no limit
     * @param mostOn         most targets that are on, from 1
     * @param mostTotalPower of all targets, in mW; infinite for no limit
     * @param conflicts      targets that are not on together
     * @param dark           whether no light at all is a pattern
     */
    public PatternRules(double[] powers, double[] mostPowers, int mostOn, double mostTotalPower,
            Conflicts conflicts, boolean dark) {
        if (powers.length == 0 || !(powers[0] > 0) || mostOn < 1
                || mostPowers.length != conflicts.targets()) {
            throw new IllegalArgumentException("powers " + Arrays.toString(powers) + ", mostOn " + mostOn
                    + ", " + mostPowers.length + " limits of " + conflicts.targets()
                    + " targets: there must be a power above 0, one target on and a limit for each");
        }
        this.powers = powers.clone();
        this.mostOn = mostOn;
        this.mostTotalPower = mostTotalPower;
        this.conflicts = conflicts;
        this.dark = dark;
        this.levels = Arrays.stream(mostPowers).mapToInt(most -> upTo(Math.min(most, mostTotalPower)))
                .toArray();
    }

    private int upTo(double most) {
        return (int) Arrays.stream(powers).filter(power -> power <= most).count();
    }

    /** How many targets. */
    public int targets() {
        return levels.length;
    }

    /** How many powers of the set a target may be given: the lowest so many. */
    public int levels(int target) {
        return levels[target];
    }

    /** The most powers that any target may be given. */
    public int levels() {
        return powers.length;
    }

    /** A power of the set, in mW. */
    public double power(int level) {
        return powers[level];
    }

    /** Most targets that are on. */
    public int mostOn() {
        return mostOn;
    }

    /** Of all targets, in mW; infinite for no limit. */
    public double mostTotalPower() {
        return mostTotalPower;
    }

    /** Targets that are not on together. */
    public Conflicts conflicts() {
        return conflicts;
    }

    /** Whether no light at all is a pattern. */
    public boolean dark() {
        return dark;
    }

    /**
     * Whether a pattern obeys all the rules.
     *
     * @param stimulus a power for each target, in mW, 0 for one that is off; NaN is not allowed
     */
    public boolean admits(double[] stimulus) {
        long[] on = new long[Conflicts.words(targets())];
        int count = 0;
        double total = 0;
        for (int target = 0; target < stimulus.length; target++) {
            double power = stimulus[target];
            if (power != 0) {
                if (level(power) < 0 || level(power) >= levels[target] || meets(on, target)) {
                    return false;
                }
                on[target >> 6] |= 1L << target;
                count++;
                total += power;
            }
        }
        return stimulus.length == targets() && count <= mostOn && (count > 0 || dark)
                && total <= mostTotalPower * (1 + ROUNDING);
    }

    /** Which power of the set this is; negative when it is none. */
    public int level(double power) {
        return Arrays.binarySearch(powers, power);
    }

    private boolean meets(long[] on, int target) {
        long[] row = conflicts.of(target);
        for (int word = 0; word < row.length; word++) {
            if ((row[word] & on[word]) != 0) {
                return true;
            }
        }
        return false;
    }
}
