package io.stimloop.inference.population;

import io.stimloop.inference.belief.Quantity;
import io.stimloop.inference.belief.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a question to a population asks of one of its units. Units that are asked the same have equal questions.
 *
 * @param question to a belief about this unit alone
 * @param weight   of its answer in the sum over units, from 0
 */
record UnitQuestion(Question question, double weight) {
    private static final double[] ALIKE = {};

    /**
     * By unit; empty where a unit has no part in the answer.
     *
     * @param units number of units
     */
    static List<Optional<UnitQuestion>> of(Question question, int units) {
        List<Optional<UnitQuestion>> parts = new ArrayList<>(units);
        switch (question) {
            case Question.Information(double[] weights) -> {
                for (int unit = 0; unit < units; unit++) {
                    parts.add(part(Question.INFORMATION, Question.weight(weights, unit)));
                }
            }
            case Question.DeterminantReduction(List<String> parameters, double[] weights) -> {
                Question each = new Question.DeterminantReduction(parameters, ALIKE);
                for (int unit = 0; unit < units; unit++) {
                    parts.add(part(each, Question.weight(weights, unit)));
                }
            }
            case Question.VarianceReduction(List<Quantity> quantities) ->
                quantitiesByUnit(quantities, units).forEach(own -> parts.add(part(own)));
            case Question.ExpectedResponse same -> addAlike(parts, same, units);
            case Question.Exceedance same -> addAlike(parts, same, units);
        }
        return parts;
    }

    /** Whether something holds of all that the units are asked. */
    static boolean all(Question question, int units, Predicate<Question> holds) {
        return of(question, units).stream().flatMap(Optional::stream).map(UnitQuestion::question).distinct()
                .allMatch(holds);
    }

    private static void addAlike(List<Optional<UnitQuestion>> parts, Question question, int units) {
        for (int unit = 0; unit < units; unit++) {
            parts.add(part(question, 1));
        }
    }

    private static Optional<UnitQuestion> part(Question question, double weight) {
        return weight > 0 ? Optional.of(new UnitQuestion(question, weight)) : Optional.empty();
    }

    /** The weights relative to the greatest, so that units that differ in their weight only are asked the same. */
    private static Optional<UnitQuestion> part(List<Quantity> quantities) {
        double greatest = quantities.stream().mapToDouble(Quantity::weight).max().orElse(0);
        if (greatest == 0) {
            return Optional.empty();
        }
        List<Quantity> relative = quantities.stream().map(quantity -> switch (quantity) {
            case Quantity.Parameter(String name, int unit, double weight) ->
                (Quantity) new Quantity.Parameter(name, 0, weight / greatest);
            case Quantity.Expectation(double[] stimulus, int unit, double weight) ->
                new Quantity.Expectation(stimulus, 0, weight / greatest);
        }).toList();
        return part(new Question.VarianceReduction(relative), greatest);
    }

    private static List<List<Quantity>> quantitiesByUnit(List<Quantity> quantities, int units) {
        List<List<Quantity>> own = new ArrayList<>(units);
        for (int unit = 0; unit < units; unit++) {
            own.add(new ArrayList<>());
        }
        for (Quantity quantity : quantities) {
            switch (quantity) {
                case Quantity.Parameter parameter -> own.get(parameter.unit()).add(parameter);
                case Quantity.Expectation expectation -> own.get(expectation.unit()).add(expectation);
            }
        }
        return own;
    }
}
