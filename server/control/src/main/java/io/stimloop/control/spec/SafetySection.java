package io.stimloop.control.spec;

import io.stimloop.control.safety.Outputs;
import io.stimloop.v1.Range;
import io.stimloop.v1.Safety;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Limits that no command may leave. */
final class SafetySection {
    private static final DurationBounds VALID_FOR = DurationBounds.upTo(DurationBounds.HOUR);
    /** Of an output that can do harm. */
    private static final long SHORT_LEASE = DurationBounds.SECOND / 20;
    private static final DurationBounds LEASE = new DurationBounds(SHORT_LEASE,
            DurationBounds.HOUR);

    private SafetySection() {}

    /** Reads the limits; one that was at fault is NaN, which no value is found to be outside of. */
    static SafetySettings read(Safety safety, SafetyContext context, Faults at) {
        List<StimulusDimension> dimensions = context.stimulus().dimensions();
        List<String> names = dimensions.stream().map(StimulusDimension::name).toList();
        checkNames(safety.getLimitsMap(), names, at.field("limits"));
        Bounds[] limits = dimensions.stream()
                .map(dimension -> limits(dimension, safety.getLimitsMap(), at.field("limits")))
                .toArray(Bounds[]::new);
        Outputs outputs = OutputSection.read(safety, context.stimulus(), context.targets(), at);
        return new SafetySettings(Arrays.stream(limits).mapToDouble(Bounds::min).toArray(),
                Arrays.stream(limits).mapToDouble(Bounds::max).toArray(),
                safety.hasValidFor()
                        ? VALID_FOR.nanos(safety.getValidFor(), at.field("validFor"))
                        : DurationBounds.SECOND,
                safety.hasLease()
                        ? LEASE.nanos(safety.getLease(), at.field("lease"))
                        : outputs.hazardous() ? SHORT_LEASE : SafetySettings.HARMLESS_LEASE_NANOS,
                outputs,
                limits(safety, context.operator(), at.field("tighter")),
                context.operator().inForce());
    }

    /** Those of the server and of the spec together. */
    private static io.stimloop.control.safety.Limits limits(Safety safety, OperatorLimits operator,
            Faults at) {
        return safety.hasTighter()
                ? new LimitsSection(operator.missing())
                        .read(new TighterSection(operator).read(safety.getTighter(), at))
                : operator.limits();
    }

    private static void checkNames(Map<String, Range> limits, List<String> names, Faults at) {
        boolean known = !names.isEmpty()
                && names.stream().map(SafetySection::withoutIndex).allMatch(Names::isValid);
        for (String name : new TreeSet<>(limits.keySet())) {
            at.field(name).require(!known || names.contains(name),
                    "is no stimulus dimension: " + Wording.suggestion(name, names));
        }
    }

    /** The values of a vector are called name[0], name[1], ... */
    private static String withoutIndex(String name) {
        int bracket = name.indexOf('[');
        return bracket < 0 ? name : name.substring(0, bracket);
    }

    private static Bounds limits(StimulusDimension dimension, Map<String, Range> limits, Faults section) {
        Range range = limits.get(dimension.name());
        if (range == null) {
            return ownRange(dimension.values());
        }
        Faults at = section.field(dimension.name());
        boolean min = at.field("min").require(range.hasMin(), "is missing: the least value allowed")
                && Bounds.ANY.check(range.getMin(), at.field("min"));
        boolean max = at.field("max").require(range.hasMax(), "is missing: the greatest value allowed")
                && Bounds.ANY.check(range.getMax(), at.field("max"));
        at.field("max").require(!min || !max || range.getMin() <= range.getMax(),
                Wording.number(range.getMax())
                        + " must be at least min (" + Wording.number(range.getMin()) + ")");
        return at.clean() ? new Bounds(range.getMin(), range.getMax()) : new Bounds(Double.NaN, Double.NaN);
    }

    private static Bounds ownRange(double[] values) {
        return values.length == 0
                ? new Bounds(Double.NaN, Double.NaN)
                : new Bounds(values[0], values[values.length - 1]);
    }
}
