package io.stimloop.control.spec;

import io.stimloop.planning.continuous.Axis;
import io.stimloop.v1.Dimension;
import io.stimloop.v1.StimulusSpace;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** What can be presented. */
final class StimulusSection {
    /** Most candidate stimuli. */
    static final int MOST_CANDIDATES = 100_000;

    private static final int MOST_DIMENSIONS = 8;
    static final int LONGEST_UNIT = 16;
    private static final Map<String, Double> TURN_BY_UNIT = Map.of("deg", 360.0, "rad", 2 * Math.PI);

    private StimulusSection() {}

    /**
     * What can be presented.
     *
     * @param seed of what is drawn at random
     */
    static StimulusPlan read(StimulusSpace space, long seed, Faults section) {
        requireOne(space, section);
        if (space.hasVector()) {
            return VectorSection.read(space.getVector(), seed, section.field("vector"));
        }
        if (space.hasTargets()) {
            return TargetSection.read(space.getTargets(), seed, section.field("targets"));
        }
        Faults at = section.field("dimensions");
        int count = space.getDimensionsCount();
        if (!at.require(count >= 1 && count <= MOST_DIMENSIONS,
                "has " + count + " entries: give from 1 to " + MOST_DIMENSIONS)) {
            return StimulusPlan.NONE;
        }
        Set<String> names = new HashSet<>();
        List<StimulusDimension> dimensions = IntStream.range(0, count)
                .mapToObj(i -> dimension(space.getDimensions(i), names, at.element(i))).toList();
        boolean ranges = dimensions.stream().anyMatch(StimulusDimension::continuous);
        section.field("candidates").require(ranges || space.getCandidates() == 0 || !at.clean(),
                "is given, but no dimension has a range: the candidates are all combinations of values");
        if (ranges) {
            boolean readable = dimensions.stream().allMatch(dimension -> dimension.values().length > 0);
            return new StimulusPlan(dimensions, readable
                    ? RangeSection.candidates(dimensions, Integer.toUnsignedLong(space.getCandidates()),
                            section.field("candidates"))
                    : new double[0][], Double.POSITIVE_INFINITY, Optional.empty());
        }
        double product = Candidates.count(dimensions);
        at.require(product <= MOST_CANDIDATES, Wording.number(product)
                + " combinations of values are too many: at most " + Wording.number(MOST_CANDIDATES));
        return new StimulusPlan(dimensions,
                product > 0 && product <= MOST_CANDIDATES ? Candidates.all(dimensions) : new double[0][],
                Double.POSITIVE_INFINITY, Optional.empty());
    }

    private static void requireOne(StimulusSpace space, Faults section) {
        section.field("dimensions").require(
                space.getDimensionsCount() == 0 || (!space.hasVector() && !space.hasTargets()),
                "are given together with a vector or with targets: give either");
        section.field("targets").require(!space.hasVector() || !space.hasTargets(),
                "are given together with a vector: give either");
    }

    private static StimulusDimension dimension(Dimension dimension, Set<String> names, Faults at) {
        String name = dimension.getName();
        Names.check(name, at.field("name"));
        at.field("name").require(names.add(name) || name.isEmpty(),
                Wording.quoted(name) + " names an earlier dimension too: names must differ");
        at.field("unit").require(dimension.getUnit().length() <= LONGEST_UNIT,
                Wording.quoted(dimension.getUnit()) + " is too long: at most " + LONGEST_UNIT
                        + " characters");
        double period = period(dimension, at.field("period"));
        Axis axis = axis(dimension, period, at);
        return new StimulusDimension(name, dimension.getUnit(), dimension.getPeriodic(), period,
                RangeSection.ends(axis),
                MovementSection.maxStep(dimension, axis, period, at.field("maxStep")),
                axis);
    }

    private static Axis axis(Dimension dimension, double period, Faults at) {
        at.field("range").require(!dimension.hasRange() || !dimension.hasValues(),
                "is given together with values: give either");
        if (dimension.hasRange()) {
            return RangeSection.read(dimension.getRange(), dimension.getPeriodic(), period,
                    at.field("range"));
        }
        Faults atValues = at.field("values");
        double[] values = LevelsSection.read(dimension.getValues(), Bounds.ANY, atValues);
        if (dimension.getPeriodic()) {
            Turns.requireDistinct(values, period, atValues);
        }
        return new Axis.Listed(values);
    }

    private static double period(Dimension dimension, Faults at) {
        if (!dimension.getPeriodic()) {
            at.require(!dimension.hasPeriod(),
                    "only a periodic dimension has one: say periodic: true or leave it out");
            return Double.NaN;
        }
        if (dimension.hasPeriod()) {
            return Bounds.POSITIVE.check(dimension.getPeriod(), at) ? dimension.getPeriod() : Double.NaN;
        }
        Double turn = TURN_BY_UNIT.get(dimension.getUnit());
        at.require(turn != null, "is missing: only the units deg and rad imply one, "
                + Wording.quoted(dimension.getUnit()) + " does not");
        return turn == null ? Double.NaN : turn;
    }
}
