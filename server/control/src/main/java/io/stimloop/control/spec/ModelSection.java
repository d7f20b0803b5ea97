package io.stimloop.control.spec;

import io.stimloop.inference.belief.BeliefSource;
import io.stimloop.inference.belief.Responses;
import io.stimloop.inference.population.PopulationSource;
import io.stimloop.v1.Model;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How the response depends on the stimulus, and what is not known about it: finds the section of the kind of model. */
final class ModelSection {
    private ModelSection() {}

    /** Reads the model; one of a single neuron's counts is that of each neuron. */
    static ModelDraft read(ModelContext context, Faults at) {
        ModelDraft draft = readKind(context, at);
        return draft.source().filter(source -> source.responses().units() < context.units())
                .map(one -> ofEach(one, draft, context.units(), at)).orElse(draft);
    }

    private static ModelDraft ofEach(BeliefSource one, ModelDraft draft, int units, Faults at) {
        boolean counts = at.require(one.responses().kind() == Responses.Kind.COUNTS,
                "has one response a trial, neurons has " + units
                        + " entries: name the one subject or channel");
        return new ModelDraft(draft.parameterNames(),
                counts ? Optional.of(new PopulationSource(one, units)) : Optional.empty());
    }

    private static ModelDraft readKind(ModelContext context, Faults at) {
        Model model = context.spec().getModel();
        return switch (model.getKindCase()) {
            case TUNING_CURVE ->
                TuningCurveSection.read(model.getTuningCurve(), context, at.field("tuningCurve"));
            case GLM -> GlmSection.read(model.getGlm(), context, at.field("glm"));
            case PSYCHOMETRIC ->
                PsychometricSection.read(model.getPsychometric(), context, at.field("psychometric"));
            case FORMULA -> FormulaSection.read(model.getFormula(), context, at.field("formula"));
            case RATE_MAP -> RateMapSection.read(model.getRateMap(), context, at.field("rateMap"));
            case MULTINOMIAL ->
                MultinomialSection.read(model.getMultinomial(), context, at.field("multinomial"));
            case OPTOGENETIC ->
                OptogeneticSection.read(model.getOptogenetic(), context, at.field("optogenetic"));
            case KIND_NOT_SET -> missing(at);
        };
    }

    private static ModelDraft missing(Faults at) {
        List<String> kinds = Arrays.stream(Model.KindCase.values()).filter(kind -> kind.getNumber() != 0)
                .map(kind -> Model.getDescriptor().findFieldByNumber(kind.getNumber()).getJsonName())
                .toList();
        at.add("has no kind: give " + Wording.either(kinds));
        return ModelDraft.MISSING;
    }
}
