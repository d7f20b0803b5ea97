package io.stimloop.control.spec;

import io.stimloop.inference.belief.BeliefSource;
import io.stimloop.inference.psychometric.PsychometricModel;
import io.stimloop.inference.psychometric.PsychometricShape;
import io.stimloop.v1.Psychometric;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A psychometric function of the stimulus dimensions. */
final class PsychometricSection {
    private static final int MOST_ALTERNATIVES = 1_000;
    /** Probabilities from 0 to below 1. */
    private static final Bounds PROBABILITY = new Bounds(0, 1 - 1e-6);

    private PsychometricSection() {}

    /** Reads a function of the stimulus of the context. */
    static ModelDraft read(Psychometric sent, ModelContext context, Faults at) {
        List<String> shifts = context.dimensions().stream().skip(1).map(StimulusDimension::name).toList();
        Optional<PsychometricShape> shape = shape(sent, at.field("shape"));
        int alternatives = alternatives(sent, at.field("alternatives"));
        List<ParameterWanted> wanted = wanted(alternatives, shifts, at.field("parameters"));
        PsychometricModel model = new PsychometricModel(shape.orElse(PsychometricShape.WEIBULL),
                alternatives, shifts);
        Optional<BeliefSource> source = PointBeliefSection.read(model, wanted, sent.getParametersMap(),
                context.spec().getBelief(), context.spec().getSeed(), at.field("parameters"));
        return new ModelDraft(model.parameterNames(),
                source.filter(built -> at.clean() && !context.dimensions().isEmpty()));
    }

    private static Optional<PsychometricShape> shape(Psychometric sent, Faults at) {
        at.require(sent.getShapeValue() != 0, "is missing: use " + Enums.names(sent.getShape()));
        return Enums.read(sent.getShape(), sent.getShapeValue(), at)
                .map(known -> PsychometricShape.valueOf(known.name()));
    }

    private static int alternatives(Psychometric sent, Faults at) {
        long alternatives = Integer.toUnsignedLong(sent.getAlternatives());
        boolean fits = at.require(
                alternatives == 0 || (alternatives >= 2 && alternatives <= MOST_ALTERNATIVES),
                Wording.number(alternatives) + " must be from 2 to " + MOST_ALTERNATIVES
                        + ", or left out where guess is a parameter");
        return fits ? (int) alternatives : 0;
    }

    private static List<ParameterWanted> wanted(int alternatives, List<String> shifts, Faults at) {
        List<ParameterWanted> wanted = new ArrayList<>();
        wanted.add(new ParameterWanted("threshold", Bounds.ANY));
        wanted.add(new ParameterWanted("slope", Bounds.POSITIVE));
        if (alternatives == 0) {
            wanted.add(new ParameterWanted("guess", PROBABILITY));
        }
        wanted.add(new ParameterWanted("lapse", PROBABILITY, 0, Double.NaN));
        List<String> taken = List.of("threshold", "slope", "guess", "lapse");
        for (String shift : shifts) {
            at.field(shift).require(!taken.contains(shift),
                    "is the name of a stimulus dimension too: name the dimension otherwise");
            wanted.add(new ParameterWanted(shift, Bounds.ANY));
        }
        return wanted;
    }
}
