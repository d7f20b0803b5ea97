package io.stimloop.control.spec;

import io.stimloop.inference.belief.BeliefSource;
import io.stimloop.inference.grid.Refinement;
import io.stimloop.inference.grid.TuningCurveSource;
import io.stimloop.inference.response.NoiseFamily;
import io.stimloop.inference.response.Shape;
import io.stimloop.inference.response.TuningCurve;
import io.stimloop.v1.BeliefForm;
import io.stimloop.v1.Noise;
import io.stimloop.v1.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** A tuning curve, with a grid over what is not known about it. */
final class TuningCurveSection {
    /** Most spikes that an outcome may have. */
    private static final int LARGEST_COUNT = 100_000;

    private static final String DISPERSION = "dispersion";

    private TuningCurveSection() {}

    /** Reads a tuning curve over the stimulus of the context. */
    static ModelDraft read(io.stimloop.v1.TuningCurve curve, ModelContext context, Faults at) {
        List<StimulusDimension> dimensions = context.dimensions();
        at.require(dimensions.size() <= 1,
                "has exactly one stimulus dimension, stimulus.dimensions has " + dimensions.size());
        Optional<StimulusDimension> dimension = dimensions.size() == 1
                ? Optional.of(dimensions.getFirst())
                : Optional.empty();
        return tuningCurve(curve, dimension, context.spec().getBelief(), at);
    }

    private static ModelDraft tuningCurve(io.stimloop.v1.TuningCurve curve,
            Optional<StimulusDimension> dimension, BeliefForm form, Faults at) {
        double period = dimension.map(StimulusDimension::period).orElse(Double.NaN);
        Optional<Shape> shape = shape(curve, dimension, at.field("shape"));
        List<AxisDraft> axes = new ArrayList<>();
        readParameters(curve.getParametersMap(), shape, period, axes, at.field("parameters"));
        readDispersion(curve.getNoise(), axes, at.field("noise"));
        int countCeiling = countCeiling(curve, at.field("countCeiling"));
        GridSize.check(axes, at.field("parameters"));
        List<String> names = shape.isPresent()
                ? axes.stream().map(AxisDraft::name).toList()
                : ParameterRule.names();
        Optional<TuningCurve> built = shape
                .filter(known -> at.clean() && known.periodic() != Double.isNaN(period))
                .map(known -> new TuningCurve(known, period,
                        axes.stream().map(AxisDraft::toAxis).toList(), noise(curve.getNoise()),
                        countCeiling));
        built.ifPresent(known -> CountTables.check(known, at.field("parameters")));
        Optional<Refinement> rule = refinement(form, at);
        return new ModelDraft(names, built.filter(known -> at.clean()).map(TuningCurveSource::new)
                .map(source -> rule.<BeliefSource>map(source::refined).orElse(source)));
    }

    private static Optional<Refinement> refinement(BeliefForm form, Faults at) {
        at.require(form.hasGrid() || form.getKindCase() == BeliefForm.KindCase.KIND_NOT_SET,
                "has no belief of another form than grid: say belief: {grid: {}}, or leave it out");
        return RefinementSection.read(form, at);
    }

    private static Optional<Shape> shape(io.stimloop.v1.TuningCurve curve,
            Optional<StimulusDimension> dimension,
            Faults at) {
        at.require(curve.getShapeValue() != 0, "is missing: use " + Enums.names(curve.getShape()));
        Optional<Shape> shape = Enums.read(curve.getShape(), curve.getShapeValue(), at)
                .map(known -> Shape.valueOf(known.name()));
        if (shape.isPresent() && dimension.isPresent()) {
            boolean needed = shape.get().periodic();
            at.require(needed == dimension.get().periodic(), needed
                    ? shape.get() + " needs a periodic dimension: say periodic: true there, or use GAUSSIAN"
                    : "GAUSSIAN needs a dimension that is not periodic: use CIRCULAR_GAUSSIAN there");
        }
        return shape;
    }

    private static void readParameters(Map<String, Parameter> parameters, Optional<Shape> shape,
            double period, List<AxisDraft> axes, Faults at) {
        List<String> expected = shape.map(Shape::parameters).orElseGet(ParameterRule::names);
        for (String unknown : new TreeSet<>(parameters.keySet())) {
            at.field(unknown).require(expected.contains(unknown),
                    "is no parameter of this shape: " + Wording.suggestion(unknown, expected));
        }
        for (String name : expected) {
            Parameter parameter = parameters.get(name);
            if (parameter != null) {
                axes.add(ParameterSection.read(name, parameter, period, at.field(name)));
            } else {
                at.field(name).require(shape.isEmpty(),
                        "is missing: give its values, or one where it is known");
            }
        }
    }

    private static void readDispersion(Noise noise, List<AxisDraft> axes, Faults at) {
        at.require(noise.getFamilyCase() != Noise.FamilyCase.FAMILY_NOT_SET,
                "is missing: use poisson: {} or negativeBinomial: {dispersion: {values: [0.1]}}");
        if (noise.hasNegativeBinomial()) {
            axes.add(
                    ParameterSection.read(DISPERSION, noise.getNegativeBinomial().getDispersion(), Double.NaN,
                            at.field("negativeBinomial").field(DISPERSION)));
        }
    }

    private static NoiseFamily noise(Noise noise) {
        return noise.hasNegativeBinomial() ? NoiseFamily.NEGATIVE_BINOMIAL : NoiseFamily.POISSON;
    }

    private static int countCeiling(io.stimloop.v1.TuningCurve curve, Faults at) {
        long ceiling = Integer.toUnsignedLong(curve.getCountCeiling());
        boolean fits = !curve.hasCountCeiling() || at.require(ceiling >= 1 && ceiling <= LARGEST_COUNT,
                Wording.number(ceiling) + " must be from 1 to " + Wording.number(LARGEST_COUNT));
        return curve.hasCountCeiling() && fits ? (int) ceiling : 0;
    }
}
