package io.stimloop.control.spec;

import io.stimloop.v1.Levels;
import io.stimloop.v1.Parameter;

/** The values that a parameter may have and how likely each is before the first trial. */
final class ParameterSection {
    private ParameterSection() {}

    /**
     * Reads a parameter.
     *
     * @param name   one of {@link ParameterRule#names()}
     * @param period of the stimulus dimension; NaN where it does not wrap around
     */
    static AxisDraft read(String name, Parameter parameter, double period, Faults at) {
        ParameterRule rule = ParameterRule.of(name);
        return read(new ParameterWanted(name, rule.bounds(), Double.NaN,
                rule.onStimulusAxis() ? period : Double.NaN), parameter, at);
    }

    /** Reads a parameter of any model. */
    static AxisDraft read(ParameterWanted wanted, Parameter parameter, Faults at) {
        double[] values = LevelsSection.read(levels(parameter), wanted.bounds(), at);
        if (!Double.isNaN(wanted.period())) {
            Turns.requireDistinct(values, wanted.period(), at);
        }
        return new AxisDraft(wanted.name(), values,
                PriorSection.read(parameter.getPrior(), values, at.field("prior")));
    }

    /** The part of a parameter that is the same as in a dimension. */
    private static Levels levels(Parameter parameter) {
        Levels.Builder levels = Levels.newBuilder().setCount(parameter.getCount())
                .setSpacingValue(parameter.getSpacingValue()).addAllValues(parameter.getValuesList());
        if (parameter.hasFrom()) {
            levels.setFrom(parameter.getFrom());
        }
        if (parameter.hasTo()) {
            levels.setTo(parameter.getTo());
        }
        return levels.build();
    }
}
