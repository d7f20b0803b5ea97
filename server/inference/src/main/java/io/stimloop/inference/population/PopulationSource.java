package io.stimloop.inference.population;

import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.BeliefSource;
import io.stimloop.inference.belief.BeliefState;
import io.stimloop.inference.belief.Question;
import io.stimloop.inference.belief.Responses;
import io.stimloop.inference.belief.Truth;
import io.stimloop.inference.grid.JointTables;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Beliefs about a population of units that are alike in model and prior and independent given the stimuli. A question
 * to the population is the weighted sum of the same question to each unit.
 *
 * @param unit  the model, the prior and the form of belief of each unit; of one unit that gives numbers, not choices
 * @param units how many, from 1
 */
public record PopulationSource(BeliefSource unit, int units) implements BeliefSource {
    /** @throws IllegalArgumentException when the source is not about one unit, or gives choices */
    public PopulationSource {
        Responses responses = unit.responses();
        if (responses.units() != 1 || responses.kind() == Responses.Kind.CHOICE) {
            throw new IllegalArgumentException("unit: " + responses + " must be one count or one value");
        }
    }

    @Override
    public Responses responses() {
        return new Responses(unit.responses().kind(), units, 0);
    }

    @Override
    public List<String> parameterNames() {
        return unit.parameterNames();
    }

    @Override
    public boolean answers(Question question) {
        return UnitQuestion.all(question, units, unit::answers);
    }

    @Override
    public boolean drawsCurves(int stimuli) {
        return unit.drawsCurves(stimuli);
    }

    @Override
    public boolean predictsAnywhere(Question question) {
        return UnitQuestion.all(question, units, unit::predictsAnywhere);
    }

    @Override
    public long bytesAnywhere(Question question) {
        return UnitQuestion.of(question, units).stream().flatMap(Optional::stream)
                .mapToLong(part -> unit.bytesAnywhere(part.question())).sum();
    }

    /** Units that cannot be predicted together have tables for each distinct question to one. */
    @Override
    public long bytesNeeded(int candidates, Question question) {
        OptionalLong together = question instanceof Question.Information
                ? JointTables.bytesNeeded(unit, units, candidates)
                : OptionalLong.empty();
        return together.orElseGet(() -> apart(candidates, question));
    }

    private long apart(int candidates, Question question) {
        Set<Question> asked = new HashSet<>();
        long bytes = 0;
        for (Optional<UnitQuestion> part : UnitQuestion.of(question, units)) {
            Question own = part.map(UnitQuestion::question).orElse(Question.INFORMATION);
            bytes = Math.addExact(bytes, asked.add(own)
                    ? unit.bytesNeeded(candidates, own)
                    : unit.bytesOfAnother(candidates, own));
        }
        return bytes;
    }

    @Override
    public Belief create() {
        Belief first = unit.create();
        Belief[] beliefs = new Belief[units];
        Arrays.setAll(beliefs, i -> i == 0 ? first : first.copy());
        return new PopulationBelief(unit, beliefs);
    }

    @Override
    public boolean grows() {
        return true;
    }

    @Override
    public Belief restore(BeliefState state) {
        return PopulationState.restore(state, unit, units);
    }

    @Override
    public Truth drawTruth(UniformRandomProvider random) {
        Truth[] truths = new Truth[units];
        Arrays.setAll(truths, i -> unit.drawTruth(random));
        return new PopulationTruth(truths);
    }

    @Override
    public Truth truth(Map<String, Double> parameters) {
        Truth[] truths = new Truth[units];
        Arrays.setAll(truths, i -> unit.truth(parameters));
        return new PopulationTruth(truths);
    }
}
