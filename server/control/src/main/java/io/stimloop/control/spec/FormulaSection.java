package io.stimloop.control.spec;

import io.stimloop.inference.belief.BeliefSource;
import io.stimloop.inference.formula.Formula;
import io.stimloop.inference.formula.FormulaModel;
import io.stimloop.inference.points.PointFamily;
import io.stimloop.v1.FormulaCounts;
import io.stimloop.v1.FormulaValue;
import io.stimloop.v1.Noise;
import io.stimloop.v1.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** A model written as formulas over the stimulus dimensions and the parameters. */
final class FormulaSection {
    private static final String DISPERSION = "dispersion";
    private static final int MOST_PARAMETERS = 20;
    private static final int MOST_ALTERNATIVES = 20;

    private final io.stimloop.v1.FormulaModel model;
    private final ModelContext context;
    private final Faults at;
    private final Faults parameters;
    private final Map<String, Parameter> given;

    private FormulaSection(io.stimloop.v1.FormulaModel model, ModelContext context, Faults at) {
        this.model = model;
        this.context = context;
        this.at = at;
        this.parameters = at.field("parameters");
        this.given = new TreeMap<>(model.getParametersMap());
    }

    /** Reads a model over the stimulus of the context. */
    static ModelDraft read(io.stimloop.v1.FormulaModel model, ModelContext context, Faults at) {
        return new FormulaSection(model, context, at).draft();
    }

    private ModelDraft draft() {
        boolean named = at.require(
                !context.spec().getStimulus().hasVector() && !context.spec().getStimulus().hasTargets(),
                "needs stimulus.dimensions: a formula names each")
                && FormulaReader.checkStimulus(context.dimensions(), at);
        checkNames();
        List<ParameterWanted> wanted = wanted();
        List<String> names = wanted.stream().map(ParameterWanted::name).toList();
        FormulaReader reader = new FormulaReader(
                context.dimensions().stream().map(StimulusDimension::name).toList(), names);
        List<Optional<Formula>> formulas = named ? readResponse(reader) : List.of();
        if (at.clean()) {
            names.forEach(name -> parameters.field(name).require(reader.uses(name),
                    "is used in no formula: leave it out"));
        }
        return new ModelDraft(names, source(wanted, formulas));
    }

    private void checkNames() {
        parameters.require(!given.isEmpty() && given.size() <= MOST_PARAMETERS,
                "has " + given.size() + " entries: give from 1 to " + MOST_PARAMETERS);
        for (String name : given.keySet()) {
            boolean taken = context.dimensions().stream()
                    .anyMatch(dimension -> dimension.name().equals(name));
            String complaint = taken
                    ? "is the name of a stimulus dimension too: name one of them otherwise"
                    : Formula.nameComplaint(name);
            parameters.field(name).require(complaint.isEmpty(), complaint);
        }
        parameters.field(DISPERSION).require(!noise().hasNegativeBinomial() || !given.containsKey(DISPERSION),
                "is the name of the noise's dispersion too: name this parameter otherwise");
    }

    /** By name, and last the dispersion of the noise. */
    private List<ParameterWanted> wanted() {
        List<ParameterWanted> wanted = new ArrayList<>();
        given.forEach((name, parameter) -> wanted.add(new ParameterWanted(name, Bounds.ANY, Double.NaN,
                parameter.getPrior().hasPeriodic()
                        ? parameter.getPrior().getPeriodic().getPeriod()
                        : Double.NaN)));
        if (noise().hasNegativeBinomial()) {
            wanted.add(new ParameterWanted(DISPERSION, ParameterRule.DISPERSION.bounds()));
            given.put(DISPERSION, noise().getNegativeBinomial().getDispersion());
        }
        return wanted;
    }

    private Noise noise() {
        return model.getCounts().getNoise();
    }

    private Optional<BeliefSource> source(List<ParameterWanted> wanted, List<Optional<Formula>> formulas) {
        boolean complete = !formulas.isEmpty() && formulas.stream().allMatch(Optional::isPresent);
        if (!complete || !at.clean()) {
            wanted.forEach(parameter -> PointBeliefSection.check(parameter, given, context.spec().getBelief(),
                    place(parameter.name())));
            return Optional.empty();
        }
        FormulaModel built = new FormulaModel(family(), wanted.stream().map(ParameterWanted::name).toList(),
                formulas.stream().map(Optional::orElseThrow).toList());
        return PointBeliefSection
                .read(built, wanted, given, context.spec().getBelief(), context.spec().getSeed(),
                        parameters, this::place)
                .filter(source -> at.clean());
    }

    /** Where a parameter stands in the spec. */
    private Faults place(String name) {
        return name.equals(DISPERSION) && noise().hasNegativeBinomial()
                ? at.field("counts").field("noise").field("negativeBinomial").field(DISPERSION)
                : parameters.field(name);
    }

    private List<Optional<Formula>> readResponse(FormulaReader reader) {
        return switch (model.getResponseCase()) {
            case COUNTS -> readCounts(model.getCounts(), reader, at.field("counts"));
            case BINARY -> List.of(reader.read(model.getBinary().getProbability(),
                    at.field("binary").field("probability")));
            case CHOICE ->
                readLogits(model.getChoice().getLogitsList(), reader, at.field("choice").field("logits"));
            case VALUE -> readValue(model.getValue(), reader, at.field("value"));
            case RESPONSE_NOT_SET -> {
                at.add("has no response: give counts, binary, choice or value");
                yield List.of();
            }
        };
    }

    private List<Optional<Formula>> readCounts(FormulaCounts counts, FormulaReader reader, Faults place) {
        place.field("noise").require(noise().getFamilyCase() != Noise.FamilyCase.FAMILY_NOT_SET,
                "is missing: use poisson: {} or negativeBinomial: {dispersion: {values: [0.1]}}");
        return List.of(reader.read(counts.getRate(), place.field("rate")),
                reader.read(noise().hasNegativeBinomial() ? DISPERSION : "0", place.field("noise")));
    }

    private static List<Optional<Formula>> readLogits(List<String> logits, FormulaReader reader,
            Faults place) {
        int count = logits.size();
        return place.require(count >= 2 && count <= MOST_ALTERNATIVES,
                "has " + count + " entries: give one for each of 2 to " + MOST_ALTERNATIVES + " alternatives")
                        ? IntStream.range(0, count)
                                .mapToObj(i -> reader.read(logits.get(i), place.element(i)))
                                .toList()
                        : List.of();
    }

    private static List<Optional<Formula>> readValue(FormulaValue value, FormulaReader reader, Faults place) {
        Optional<Formula> location = reader.read(value.getLocation(), place.field("location"));
        return switch (value.getFamilyCase()) {
            case NORMAL -> List.of(location,
                    reader.read(value.getNormal().getSd(), place.field("normal").field("sd")));
            case LOG_NORMAL -> List.of(location,
                    reader.read(value.getLogNormal().getLogSd(), place.field("logNormal").field("logSd")));
            case FAMILY_NOT_SET -> {
                place.add("has no family: give normal: {sd: \"1\"} or logNormal: {logSd: \"0.3\"}");
                yield List.of();
            }
        };
    }

    private PointFamily family() {
        return switch (model.getResponseCase()) {
            case COUNTS -> PointFamily.COUNT;
            case BINARY -> PointFamily.BINARY;
            case CHOICE -> PointFamily.CHOICE;
            case VALUE -> model.getValue().hasNormal() ? PointFamily.NORMAL : PointFamily.LOG_NORMAL;
            case RESPONSE_NOT_SET -> throw new IllegalStateException("a fault was reported");
        };
    }
}
