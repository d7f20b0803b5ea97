package io.stimloop.control.spec;

import io.stimloop.inference.belief.BeliefSource;
import io.stimloop.inference.belief.Quantity;
import io.stimloop.inference.belief.Question;
import io.stimloop.inference.objective.Aim;
import io.stimloop.inference.objective.DeterminantObjective;
import io.stimloop.inference.objective.Improvement;
import io.stimloop.inference.objective.Infomax;
import io.stimloop.inference.objective.LevelSet;
import io.stimloop.inference.objective.Objective;
import io.stimloop.inference.objective.TargetResponse;
import io.stimloop.inference.objective.Uncertainty;
import io.stimloop.inference.objective.VarianceObjective;
import io.stimloop.v1.ExperimentSpec;
import io.stimloop.v1.Neuron;
import io.stimloop.v1.Objective.KindCase;
import io.stimloop.v1.Stimulus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** What makes a stimulus useful; refuses an objective that the belief cannot answer, with those that it can. */
final class ObjectiveSection {
    /** Test stimuli of a prediction error where the spec lists none. */
    private static final int MOST_TEST_STIMULI = 1000;

    private final ExperimentSpec spec;
    private final StimulusPlan stimulus;
    private final ModelDraft model;
    private final StimulusCheck check;
    private final double[] weights;

    private ObjectiveSection(ExperimentSpec spec, StimulusPlan stimulus, ModelDraft model,
            StimulusCheck check,
            Faults at) {
        this.spec = spec;
        this.stimulus = stimulus;
        this.model = model;
        this.check = check;
        this.weights = neuronWeights(at.field("neuronWeights"));
    }

    /** Reads the objective for a stimulus and a model. */
    static Aim read(ExperimentSpec spec, StimulusPlan stimulus, ModelDraft model, StimulusCheck check,
            Faults at) {
        ObjectiveSection section = new ObjectiveSection(spec, stimulus, model, check, at);
        KindCase kind = spec.getObjective().getKindCase();
        Objective objective = section.objective(kind, at);
        if (at.clean()) {
            model.source().ifPresent(source -> section.requireAnswer(source, objective, kind, at));
        }
        return new Aim(objective,
                CostSection.read(spec.getObjective().getCost(), stimulus, at.field("cost")));
    }

    private Objective objective(KindCase kind, Faults section) {
        io.stimloop.v1.Objective sent = spec.getObjective();
        Faults at = kind == KindCase.KIND_NOT_SET ? section : section.field(name(kind));
        return switch (kind) {
            case INFOMAX, KIND_NOT_SET -> new Infomax(new Question.Information(weights));
            case MINIMUM_VARIANCE -> new VarianceObjective(
                    parameters(sent.getMinimumVariance().getParametersMap(), at.field("parameters")));
            case MINIMUM_DETERMINANT -> determinant(sent.getMinimumDeterminant().getParametersList(), at);
            case PREDICTION_ERROR -> new VarianceObjective(
                    curve(sent.getPredictionError().getStimuliList(), at.field("stimuli")));
            case UNCERTAINTY -> new Uncertainty(weights);
            case PROBABILITY_OF_IMPROVEMENT -> improvement(Improvement.Kind.PROBABILITY,
                    sent.getProbabilityOfImprovement().getMargin(), at);
            case EXPECTED_IMPROVEMENT -> improvement(Improvement.Kind.EXPECTED,
                    sent.getExpectedImprovement().getMargin(), at);
            case LEVEL_SET -> levelSet(sent.getLevelSet().getLevel(), at);
            case TARGET_RESPONSE -> target(sent.getTargetResponse(), at);
        };
    }

    private List<Quantity> parameters(Map<String, Double> chosen, Faults at) {
        List<Quantity> quantities = new ArrayList<>();
        new TreeMap<>(chosen).forEach((name, weight) -> {
            requireParameter(name, at.field(name));
            Bounds.POSITIVE.check(weight, at.field(name));
            addOfEachNeuron(name, weight, quantities);
        });
        if (chosen.isEmpty()) {
            model.parameterNames().forEach(name -> addOfEachNeuron(name, 1, quantities));
        }
        return quantities;
    }

    private void addOfEachNeuron(String name, double weight, List<Quantity> quantities) {
        for (int unit = 0; unit < Math.max(1, spec.getNeuronsCount()); unit++) {
            quantities.add(new Quantity.Parameter(name, unit, weight * Question.weight(weights, unit)));
        }
    }

    private Objective determinant(List<String> names, Faults at) {
        for (int i = 0; i < names.size(); i++) {
            requireParameter(names.get(i), at.field("parameters").element(i));
        }
        return new DeterminantObjective(new Question.DeterminantReduction(List.copyOf(names), weights));
    }

    private void requireParameter(String name, Faults at) {
        at.require(model.source().isEmpty() || model.parameterNames().contains(name),
                Wording.quoted(name) + " is no parameter of the model: "
                        + Wording.suggestion(name, model.parameterNames()));
    }

    private List<Quantity> curve(List<Stimulus> listed, Faults at) {
        at.requireAll(listed.size(), i -> check.complaint(listed.get(i).getValuesList()).isEmpty(),
                i -> check.complaint(listed.get(i).getValuesList()));
        double[][] stimuli = listed.isEmpty()
                ? spread(stimulus.candidates())
                : listed.stream().map(one -> one.getValuesList().stream().mapToDouble(v -> v).toArray())
                        .toArray(double[][]::new);
        int units = Math.max(1, spec.getNeuronsCount());
        List<Quantity> quantities = new ArrayList<>();
        for (double[] one : stimuli) {
            for (int unit = 0; unit < units; unit++) {
                double weight = Question.weight(weights, unit) / stimuli.length;
                quantities.add(new Quantity.Expectation(one, unit, weight));
            }
        }
        return quantities;
    }

    /** All candidates, or as many as are asked for, evenly spread over their order. */
    static double[][] spread(double[][] candidates) {
        int kept = Math.min(candidates.length, MOST_TEST_STIMULI);
        return IntStream.range(0, kept).mapToObj(i -> candidates[(int) ((long) i * candidates.length / kept)])
                .toArray(double[][]::new);
    }

    private Objective improvement(Improvement.Kind kind, double margin, Faults at) {
        Bounds.NOT_NEGATIVE.check(margin, at.field("margin"));
        return new Improvement(kind, margin, weights);
    }

    private Objective levelSet(double level, Faults at) {
        Bounds.ANY.check(level, at.field("level"));
        return new LevelSet(level, weights);
    }

    private Objective target(io.stimloop.v1.TargetResponse target, Faults at) {
        double[] wanted = target.getTargetList().stream().mapToDouble(Double::doubleValue).toArray();
        at.field("target").require(wanted.length == spec.getNeuronsCount(), "has " + wanted.length
                + " values, give one for each of the " + spec.getNeuronsCount() + " neurons");
        at.field("target").requireAll(wanted.length, i -> Bounds.ANY.contain(wanted[i]),
                i -> Bounds.ANY.complaint(wanted[i]));
        Bounds.NOT_NEGATIVE.check(target.getExploration(), at.field("exploration"));
        return new TargetResponse(wanted, target.getExploration(), weights);
    }

    private double[] neuronWeights(Faults at) {
        Map<String, Double> given = spec.getObjective().getNeuronWeightsMap();
        List<String> names = spec.getNeuronsList().stream().map(Neuron::getName).toList();
        new TreeMap<>(given).forEach((name, weight) -> {
            at.field(name).require(names.contains(name), "is no neuron: " + Wording.suggestion(name, names));
            Bounds.NOT_NEGATIVE.check(weight, at.field(name));
        });
        return given.isEmpty()
                ? new double[0]
                : names.stream().mapToDouble(name -> given.getOrDefault(name, 1.0)).toArray();
    }

    private void requireAnswer(BeliefSource source, Objective objective, KindCase kind, Faults at) {
        if (!source.answers(objective.question())) {
            List<String> answered = Arrays.stream(KindCase.values())
                    .filter(other -> other != KindCase.KIND_NOT_SET)
                    .filter(other -> source.answers(question(other))).map(ObjectiveSection::name).toList();
            at.field(kind == KindCase.KIND_NOT_SET ? "infomax" : name(kind))
                    .add("has no meaning for this model "
                            + "and belief; those that have one are " + Wording.either(answered));
        }
    }

    /** What an objective of a kind asks, as far as a source must know to say whether it answers. */
    private Question question(KindCase kind) {
        return switch (kind) {
            case INFOMAX, KIND_NOT_SET -> Question.INFORMATION;
            case MINIMUM_VARIANCE -> new Question.VarianceReduction(
                    model.parameterNames().stream().map(n -> (Quantity) new Quantity.Parameter(n, 0, 1))
                            .toList());
            case MINIMUM_DETERMINANT -> new Question.DeterminantReduction(List.of(), new double[0]);
            case PREDICTION_ERROR -> new Question.VarianceReduction(
                    Arrays.stream(stimulus.candidates()).limit(1)
                            .map(row -> (Quantity) new Quantity.Expectation(row, 0, 1)).toList());
            case UNCERTAINTY, TARGET_RESPONSE -> new Question.ExpectedResponse();
            case PROBABILITY_OF_IMPROVEMENT, EXPECTED_IMPROVEMENT, LEVEL_SET -> new Question.Exceedance();
        };
    }

    private static String name(KindCase kind) {
        return io.stimloop.v1.Objective.getDescriptor().findFieldByNumber(kind.getNumber()).getJsonName();
    }
}
