package io.stimloop.control.spec;

import io.stimloop.planning.continuous.Axis;
import io.stimloop.planning.continuous.StimulusBox;
import io.stimloop.v1.ContinuousRange;
import io.stimloop.v1.Spacing;
import java.util.List;

/** Dimensions that may have any value between two. */
final class RangeSection {
    /** A range that differs from a turn by this fraction of it is a turn. */
    private static final double TOLERANCE = 1e-9;
    private static final int FEWEST_CANDIDATES = 2;
    private static final int USUAL_MOST = 4096;
    /** Candidates for one range; four times as many for each further one, as far as that goes. */
    private static final int FOR_ONE = 64;
    private static final int GROWTH = 4;
    private static final int MOST_GROWTH = 2;
    /** What stands for a range that could not be read. */
    private static final Axis NONE = new Axis.Listed(new double[0]);

    private RangeSection() {}

    /**
     * Reads a range.
     *
     * @param period length of a turn; NaN where values do not wrap around, or it is at fault
     * @return an axis that is continuous, or has no values when a fault was reported
     */
    static Axis read(ContinuousRange range, boolean periodic, double period, Faults at) {
        boolean logarithmic = Enums.read(range.getSpacing(), range.getSpacingValue(), at.field("spacing"))
                .orElse(Spacing.LINEAR) == Spacing.LOG;
        if (periodic && !range.hasMin() && !range.hasMax()) {
            at.field("spacing").require(!logarithmic, "LOG has no meaning around a turn");
            return Double.isNaN(period) || !at.clean() ? NONE : new Axis.Turn(0, period);
        }
        double min = range.getMin();
        double max = range.getMax();
        boolean minFits = end(range.hasMin(), min, "is missing: the least value", at.field("min"));
        boolean maxFits = end(range.hasMax(), max, "is missing: the greatest value", at.field("max"));
        at.field("max").require(!minFits || !maxFits || max > min,
                Wording.number(max) + " must exceed min (" + Wording.number(min) + ")");
        at.field("min").require(!minFits || !logarithmic || min >= Bounds.SMALLEST,
                Wording.number(min) + " must be above 0 where spacing is LOG");
        at.field("max").require(!(max - min > period * (1 + TOLERANCE)), "is farther from min than a turn ("
                + Wording.number(period) + ")");
        if (!at.clean()) {
            return NONE;
        }
        if (max - min >= period * (1 - TOLERANCE)) {
            at.field("spacing").require(!logarithmic, "LOG has no meaning around a turn");
            return new Axis.Turn(min, period);
        }
        return logarithmic ? new Axis.Logarithmic(min, max) : new Axis.Linear(min, max);
    }

    private static boolean end(boolean given, double value, String missing, Faults at) {
        return at.require(given, missing) && Bounds.ANY.check(value, at);
    }

    /** Least and greatest value; of a turn its beginning and its end, which are the same angle. */
    static double[] ends(Axis axis) {
        return switch (axis) {
            case Axis.Listed(double[] values) -> values;
            case Axis.Linear(double min, double max) -> new double[]{min, max};
            case Axis.Logarithmic(double min, double max) -> new double[]{min, max};
            case Axis.Turn(double start, double period) -> new double[]{start, start + period};
        };
    }

    /**
     * The candidates of a space with ranges.
     *
     * @param dimensions none of them at fault, one of them continuous
     * @param given      how many; 0 for as many as are usual
     */
    static double[][] candidates(List<StimulusDimension> dimensions, long given, Faults at) {
        if (!at.require(
                given == 0 || (given >= FEWEST_CANDIDATES && given <= StimulusSection.MOST_CANDIDATES),
                Wording.number(given) + " must be from " + FEWEST_CANDIDATES + " to "
                        + Wording.number(StimulusSection.MOST_CANDIDATES))) {
            return new double[0][];
        }
        return new StimulusBox(dimensions.stream().map(StimulusDimension::axis).toList())
                .spread(given == 0 ? usual(dimensions) : (int) given);
    }

    private static int usual(List<StimulusDimension> dimensions) {
        double count = FOR_ONE;
        int ranges = 0;
        for (StimulusDimension dimension : dimensions) {
            if (!dimension.continuous()) {
                count *= dimension.values().length;
            } else {
                count *= ranges > 0 && ranges <= MOST_GROWTH ? GROWTH : 1;
                ranges++;
            }
        }
        return (int) Math.min(count, USUAL_MOST);
    }
}
