package io.stimloop.control.spec;

import io.stimloop.v1.Levels;
import io.stimloop.v1.Spacing;
import java.util.List;

/** An ordered set of numbers, evenly spaced or listed one by one. */
final class LevelsSection {
    /** Most values in one set. */
    static final int MOST_VALUES = 100_000;

    /** What stands for values that could not be read. */
    private static final double[] NONE = {};

    private static final String EXAMPLES = "{from: 0, to: 10, count: 11} or {values: [1, 2, 5]}";

    private LevelsSection() {}

    /** The values, strictly increasing and within the bounds; empty when a fault was reported. */
    static double[] read(Levels levels, Bounds bounds, Faults at) {
        boolean listed = levels.getValuesCount() > 0;
        boolean spaced = levels.hasFrom() || levels.hasTo() || levels.getCount() != 0
                || levels.getSpacingValue() != 0;
        if (listed && spaced) {
            at.add("give either from, to, count and spacing, or values, not both");
        } else if (listed) {
            checkListed(levels.getValuesList(), bounds, at.field("values"));
        } else if (spaced) {
            checkSpaced(levels, bounds, at);
        } else {
            at.add("has no values: give " + EXAMPLES);
        }
        return at.clean() ? build(levels, at) : NONE;
    }

    private static void checkListed(List<Double> values, Bounds bounds, Faults at) {
        if (at.require(values.size() <= MOST_VALUES, tooMany(values.size()))) {
            at.requireAll(values.size(), i -> bounds.contain(values.get(i)),
                    i -> bounds.complaint(values.get(i)));
            at.requireAll(values.size(), i -> i == 0 || !(values.get(i) <= values.get(i - 1)),
                    i -> Wording.number(values.get(i)) + " must exceed the value before it ("
                            + Wording.number(values.get(i - 1)) + ")");
        }
    }

    private static void checkSpaced(Levels levels, Bounds bounds, Faults at) {
        double from = levels.getFrom();
        double to = levels.getTo();
        long count = Integer.toUnsignedLong(levels.getCount());
        boolean logarithmic = spacing(levels, at) == Spacing.LOG;
        boolean fromGiven = at.field("from").require(levels.hasFrom(), "is missing: the first value");
        boolean toGiven = at.field("to").require(levels.hasTo(), "is missing: the last value");
        boolean fromFits = fromGiven && bounds.check(from, at.field("from"));
        boolean toFits = toGiven && bounds.check(to, at.field("to"));
        at.field("to").require(!fromFits || !toFits || to > from, notAbove(from, to));
        at.field("from").require(!fromFits || !logarithmic || from >= Bounds.SMALLEST,
                Wording.number(from) + " must be above 0 where spacing is LOG");
        if (at.field("count").require(count != 0, "is missing: how many values, from 2")) {
            at.field("count").require(count >= 2,
                    "1 is too few: at least 2; one known value is {values: [3]}");
            at.field("count").require(count <= MOST_VALUES, tooMany(count));
        }
    }

    private static Spacing spacing(Levels levels, Faults at) {
        return Enums.read(levels.getSpacing(), levels.getSpacingValue(), at.field("spacing"))
                .orElse(Spacing.LINEAR);
    }

    private static String tooMany(long count) {
        return Wording.number(count) + " values are too many: at most " + Wording.number(MOST_VALUES);
    }

    private static String notAbove(double from, double to) {
        String wrong = Wording.number(to) + " must exceed from (" + Wording.number(from) + ")";
        return from == to ? wrong + "; one known value is {values: [" + Wording.number(to) + "]}" : wrong;
    }

    private static double[] build(Levels levels, Faults at) {
        double[] values = levels.getValuesCount() > 0
                ? levels.getValuesList().stream().mapToDouble(Double::doubleValue).toArray()
                : spaced(levels);
        for (int i = 1; i < values.length; i++) {
            if (values[i] <= values[i - 1]) {
                at.field("count").add("from and to are too close for " + values.length + " different values");
                return NONE;
            }
        }
        return values;
    }

    private static double[] spaced(Levels levels) {
        return levels.getSpacing() == Spacing.LOG
                ? io.stimloop.inference.response.Levels.logarithmic(levels.getFrom(), levels.getTo(),
                        levels.getCount())
                : io.stimloop.inference.response.Levels.linear(levels.getFrom(), levels.getTo(),
                        levels.getCount());
    }
}
