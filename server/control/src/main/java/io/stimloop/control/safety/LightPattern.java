package io.stimloop.control.safety;

/** The rules about which targets are on together, and with what power. Not thread safe. */
final class LightPattern {
    private final LightOutput output;
    private final OpticalLimits limits;
    private final int[] dimensions;
    private final double tipPerMm2;
    /** Of the last pattern that was on; a beam that is shut keeps both its pattern and its power. */
    private final double[] beforeMw;
    private double totalBeforeMw;

    LightPattern(LightOutput output, OpticalLimits limits) {
        this.output = output;
        this.limits = limits;
        dimensions = output.dimensions();
        tipPerMm2 = output.tipPerMm2();
        beforeMw = new double[dimensions.length];
    }

    /** Whether no target is on. */
    boolean dark(double[] stimulus) {
        return on(stimulus) == 0;
    }

    /** How many targets are on. */
    int on(double[] stimulus) {
        int on = 0;
        for (int dimension : dimensions) {
            on += stimulus[dimension] != 0 ? 1 : 0;
        }
        return on;
    }

    /** Power of all targets. */
    double totalMw(double[] stimulus) {
        double total = 0;
        for (int dimension : dimensions) {
            total += stimulus[dimension];
        }
        return total;
    }

    /** A power below 0, of which nothing else can be told. */
    long negative(double[] stimulus, Judge judge) {
        long reasons = 0;
        for (int target = 0; target < dimensions.length; target++) {
            reasons |= judge.atLeast(Rule.TARGET_POWER, target, stimulus[dimensions[target]], 0);
        }
        return reasons;
    }

    /** All rules about powers and places. */
    long reasons(double[] stimulus, int on, double totalMw, Judge judge) {
        long reasons = judge.atMost(Rule.AT_ONCE, -1, on, limits.maxAtOnce())
                | judge.atMost(Rule.TOTAL_POWER, -1, totalMw, limits.inTotal().maxPower().mw());
        double most = limits.perTarget().maxPower().mw();
        for (int target = 0; target < dimensions.length; target++) {
            double powerMw = stimulus[dimensions[target]];
            if (powerMw != 0) {
                reasons |= judge.atMost(Rule.TARGET_POWER, target, powerMw, most)
                        | spacing(stimulus, target, judge);
            }
        }
        return output.sharedBeam() ? reasons | change(stimulus, totalMw, judge) : reasons;
    }

    /** To the targets before it that are on. */
    private long spacing(double[] stimulus, int target, Judge judge) {
        long reasons = 0;
        for (int other = 0; other < target; other++) {
            if (stimulus[dimensions[other]] != 0) {
                reasons |= judge.atLeast(Rule.SPACING, target, output.distanceUm(other, target),
                        limits.minSpacing().um());
            }
        }
        return reasons;
    }

    /** At the tip of each target's fibre. */
    long irradiance(double[] stimulus, double most, Judge judge) {
        long reasons = 0;
        for (int target = 0; target < dimensions.length; target++) {
            reasons |= judge.atMost(Rule.IRRADIANCE, target, stimulus[dimensions[target]] * tipPerMm2, most);
        }
        return reasons;
    }

    /** The new pattern with the power before, and the pattern before with the new power. */
    private long change(double[] stimulus, double totalMw, Judge judge) {
        if (totalBeforeMw == 0) {
            return 0;
        }
        long reasons = 0;
        double most = limits.maxSpotInChange().mw();
        for (int target = 0; target < dimensions.length; target++) {
            double newPattern = totalBeforeMw * stimulus[dimensions[target]] / totalMw;
            double newPower = totalMw * beforeMw[target] / totalBeforeMw;
            reasons |= judge.atMost(Rule.SPOT_CHANGE, target, Math.max(newPattern, newPower), most);
        }
        return reasons;
    }

    /** A pattern is on. */
    void commit(double[] stimulus, double totalMw) {
        for (int target = 0; target < dimensions.length; target++) {
            beforeMw[target] = stimulus[dimensions[target]];
        }
        totalBeforeMw = totalMw;
    }
}
