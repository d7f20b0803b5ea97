package io.stimloop.control.spec;

import io.stimloop.inference.belief.BeliefSource;
import io.stimloop.inference.belief.Responses;
import io.stimloop.inference.formula.Formula;
import io.stimloop.inference.formula.FormulaTruth;
import io.stimloop.inference.glm.Gabor;
import io.stimloop.inference.glm.GlmSource;
import io.stimloop.inference.points.PointFamily;
import io.stimloop.v1.ExperimentSpec;
import io.stimloop.v1.Simulation;
import io.stimloop.v1.TrueFormula;
import io.stimloop.v1.TrueGabor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The cell that answers where there is none. */
final class SimulationSection {
    private final ModelDraft model;
    private final boolean logNormal;

    private SimulationSection(ModelDraft model, boolean logNormal) {
        this.model = model;
        this.logNormal = logNormal;
    }

    /**
     * Reads the cell.
     *
     * @return empty when a fault was reported, here or in the model
     */
    static Optional<TruthSource> read(ExperimentSpec spec, ModelDraft model,
            List<StimulusDimension> dimensions, Faults at) {
        Simulation simulation = spec.getSimulation();
        SimulationSection section = new SimulationSection(model,
                spec.getModel().getFormula().getValue().hasLogNormal());
        return switch (simulation.getTruthCase()) {
            case TRUTH_NOT_SET -> model.source().map(source -> source::drawTruth);
            case PARAMETERS -> section.parameters(simulation.getParameters().getValuesMap(),
                    at.field("parameters").field("values"));
            case FORMULA -> section.formula(simulation.getFormula(), dimensions, at.field("formula"));
            case GABOR -> section.gabor(simulation.getGabor(), at.field("gabor"));
        };
    }

    private Optional<TruthSource> formula(TrueFormula sent, List<StimulusDimension> dimensions, Faults at) {
        List<String> names = dimensions.stream().map(StimulusDimension::name).toList();
        Optional<Formula> expected = FormulaReader.checkStimulus(dimensions, at.field("expected"))
                ? new FormulaReader(names, List.of()).read(sent.getExpected(), at.field("expected"))
                : Optional.empty();
        if (model.source().isEmpty()) {
            return Optional.empty();
        }
        Responses responses = model.source().get().responses();
        at.require(responses.alternatives() <= 2,
                "says how two alternatives are chosen from; the model has " + responses.alternatives());
        PointFamily family = family(responses);
        Bounds noise = responses.kind() == Responses.Kind.VALUES ? Bounds.POSITIVE : Bounds.NOT_NEGATIVE;
        at.field("noise").require(family != PointFamily.BINARY || !sent.hasNoise(),
                "two outcomes have none: leave it out");
        noise.check(family == PointFamily.BINARY ? 0 : sent.getNoise(), at.field("noise"));
        return expected.filter(known -> at.clean()).map(
                known -> random -> new FormulaTruth(family, known, sent.getNoise(), responses.units()));
    }

    private PointFamily family(Responses responses) {
        return switch (responses.kind()) {
            case COUNTS -> PointFamily.COUNT;
            case CHOICE -> PointFamily.BINARY;
            case VALUES -> logNormal ? PointFamily.LOG_NORMAL : PointFamily.NORMAL;
        };
    }

    private Optional<TruthSource> gabor(TrueGabor gabor, Faults at) {
        if (model.source().isEmpty()) {
            return Optional.empty();
        }
        if (!(model.source().get() instanceof GlmSource glm)) {
            at.add("is a filter: only the model glm has one");
            return Optional.empty();
        }
        int size = glm.model().stimulusSize();
        int side = (int) StrictMath.round(Math.sqrt(size));
        at.require(side * side == size,
                "needs a square of pixels, such as 8 x 8 = 64 values; the stimulus has " + size);
        Bounds.POSITIVE.check(gabor.getNorm(), at.field("norm"));
        Bounds.POSITIVE.check(gabor.getWavelength(), at.field("wavelength"));
        Bounds.POSITIVE.check(gabor.getSd(), at.field("sd"));
        Bounds.ANY.check(gabor.getOrientation(), at.field("orientation"));
        Bounds.ANY.check(gabor.getPhase(), at.field("phase"));
        if (!at.clean()) {
            return Optional.empty();
        }
        double[] filter = new Gabor(gabor.getWavelength(), gabor.getOrientation(), gabor.getSd(),
                gabor.getPhase()).pixels(side, gabor.getNorm());
        return Optional.of(random -> glm.truth(filter));
    }

    private Optional<TruthSource> parameters(Map<String, Double> given, Faults at) {
        if (model.source().isEmpty()) {
            return Optional.empty();
        }
        List<String> names = model.source().get().parameterNames();
        new TreeMap<>(given).forEach((name, value) -> {
            at.field(name).require(names.contains(name),
                    "is no parameter of the model: " + Wording.suggestion(name, names));
            Bounds.ANY.check(value, at.field(name));
        });
        names.forEach(name -> at.field(name).require(given.containsKey(name), "is missing: give its value"));
        return at.clean() ? cell(model.source().get(), given, at) : Optional.empty();
    }

    /** The model itself knows the ranges of its parameters. */
    private static Optional<TruthSource> cell(BeliefSource source, Map<String, Double> values, Faults at) {
        try {
            source.truth(values);
        } catch (IllegalArgumentException wrong) {
            at.add(String.valueOf(wrong.getMessage()));
            return Optional.empty();
        }
        return Optional.of(random -> source.truth(values));
    }
}
