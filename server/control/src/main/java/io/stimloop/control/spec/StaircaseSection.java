package io.stimloop.control.spec;

import io.stimloop.inference.belief.BeliefSource;
import io.stimloop.inference.belief.Responses;
import io.stimloop.planning.policy.StaircasePlanner.Listening;
import io.stimloop.planning.policy.StaircaseRule;
import io.stimloop.v1.Neuron;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** A staircase along one dimension of the stimulus, or one target. */
final class StaircaseSection {
    /** Most responses in a row, levels of a step and reversals. */
    private static final int MOST = 1000;
    private static final int USUAL_DOWN_AFTER = 2;

    private final PlannerContext context;
    private final List<StimulusDimension> dimensions;
    private final List<String> names;
    private final io.stimloop.v1.StaircasePlanner sent;

    private StaircaseSection(PlannerContext context, io.stimloop.v1.StaircasePlanner sent) {
        this.context = context;
        this.sent = sent;
        dimensions = context.stimulus().dimensions();
        names = dimensions.stream().map(StimulusDimension::name).toList();
    }

    /** Reads one; a placeholder where something is at fault. */
    static PlanningMethod read(io.stimloop.v1.StaircasePlanner sent, PlannerContext context, Faults at) {
        StaircaseSection section = new StaircaseSection(context, sent);
        StaircaseRule rule = rule(sent, at);
        Listening listening = section.listening(at);
        boolean leveled = at.require(!context.stimulus().vector(),
                "has no levels to go along in a vector: use stimulus.dimensions or stimulus.targets");
        OptionalInt along = leveled && !section.dimensions.isEmpty()
                ? section.along(at.field("dimension"))
                : OptionalInt.empty();
        return along.isPresent()
                ? section.staircase(along.getAsInt(), rule, listening, at)
                : new PlanningMethod.Balanced();
    }

    private static StaircaseRule rule(io.stimloop.v1.StaircasePlanner sent, Faults at) {
        return new StaircaseRule(number(sent.getDownAfter(), USUAL_DOWN_AFTER, at.field("downAfter")),
                number(sent.getUpAfter(), 1, at.field("upAfter")),
                number(sent.getStepDown(), 1, at.field("stepDown")),
                number(sent.getStepUp(), 1, at.field("stepUp")),
                number(sent.getHalveAfterReversals(), 0, at.field("halveAfterReversals")));
    }

    /** 0 stands for the usual number. */
    private static int number(int sent, int usual, Faults at) {
        long given = Integer.toUnsignedLong(sent);
        at.require(given <= MOST, Wording.number(given) + " is too large: at most " + Wording.number(MOST));
        return given == 0 ? usual : (int) Math.min(given, MOST);
    }

    private Listening listening(Faults at) {
        List<String> neurons = context.spec().getNeuronsList().stream().map(Neuron::getName).toList();
        String name = sent.getNeuron();
        boolean missing = name.isEmpty() && neurons.size() > 1;
        at.field("neuron").require(!missing, "is missing: whose responses, " + Wording.either(neurons));
        at.field("neuron").require(name.isEmpty() || neurons.contains(name),
                Wording.quoted(name) + " is no neuron: " + Wording.suggestion(name, neurons));
        context.model().source().ifPresent(source -> requireCriterion(source, at.field("criterion")));
        double criterion = sent.hasCriterion() ? sent.getCriterion() : 1;
        Bounds.ANY.check(criterion, at.field("criterion"));
        return new Listening(Math.max(0, neurons.indexOf(name)), criterion);
    }

    private void requireCriterion(BeliefSource source, Faults at) {
        Responses responses = source.responses();
        if (responses.kind() == Responses.Kind.CHOICE) {
            at.require(responses.alternatives() == 2 || sent.hasCriterion(),
                    "is missing: of " + responses.alternatives() + " choices, from which on is it a yes");
        } else {
            at.require(sent.hasCriterion(),
                    "is missing: a response of at least how much is a yes, as in 5");
        }
    }

    private OptionalInt along(Faults at) {
        String name = sent.getDimension();
        if (name.isEmpty()) {
            return at.require(names.size() == 1, "is missing: which one it goes along, "
                    + Wording.either(names)) ? leveled(0, at) : OptionalInt.empty();
        }
        return at.require(names.contains(name), Wording.quoted(name) + " is no stimulus dimension: "
                + Wording.suggestion(name, names))
                        ? leveled(names.indexOf(name), at)
                        : OptionalInt.empty();
    }

    private OptionalInt leveled(int dimension, Faults at) {
        return at.require(!dimensions.get(dimension).continuous(), "has a range and no levels to go along: "
                + "give it values") ? OptionalInt.of(dimension) : OptionalInt.empty();
    }

    private PlanningMethod staircase(int along, StaircaseRule rule, Listening listening, Faults at) {
        double[] base = held(along, at.field("held"));
        List<double[]> ladder = new ArrayList<>(
                Arrays.stream(dimensions.get(along).values()).mapToObj(value -> {
                    double[] row = base.clone();
                    row[along] = value;
                    return row;
                }).toList());
        double[] values = dimensions.get(along).values();
        if (sent.getFalling()) {
            Collections.reverse(ladder);
        }
        requirePresentable(ladder, at);
        int start = start(values, at.field("start"));
        return values.length == 0
                ? new PlanningMethod.Balanced()
                : new PlanningMethod.Staircase(ladder.toArray(double[][]::new), rule,
                        sent.getFalling() ? values.length - 1 - start : start, listening);
    }

    /** What the other dimensions are held at; 0 where a fault was reported. */
    private double[] held(int along, Faults at) {
        new TreeMap<>(sent.getHeldMap()).forEach((name, value) -> {
            int d = names.indexOf(name);
            if (at.field(name).require(d >= 0, "is no stimulus dimension: " + Wording.suggestion(name, names))
                    && at.field(name).require(d != along, "is what the staircase goes along: leave it out")) {
                // Within a range the limits decide.
                at.field(name).require(
                        dimensions.get(d).continuous() || index(dimensions.get(d).values(), value) >= 0,
                        Wording.number(value) + " is none of the dimension's values; the nearest is "
                                + Wording.number(nearest(dimensions.get(d).values(), value)));
            }
        });
        return IntStream.range(0, names.size()).mapToDouble(d -> d == along ? 0 : valueOf(d, at)).toArray();
    }

    private double valueOf(int d, Faults at) {
        double[] values = dimensions.get(d).values();
        boolean given = sent.containsHeld(names.get(d));
        boolean known = given || context.stimulus().targets() || values.length <= 1;
        at.field(names.get(d)).require(known, "is missing: which of its values it is held at");
        return given
                ? sent.getHeldOrThrow(names.get(d))
                : !context.stimulus().targets() && values.length == 1 ? values[0] : 0;
    }

    private void requirePresentable(List<double[]> ladder, Faults at) {
        if (at.clean()) {
            ladder.stream().map(row -> context.check().complaint(Arrays.stream(row).boxed().toList()))
                    .filter(complaint -> !complaint.isEmpty()).findFirst()
                    .ifPresent(complaint -> at.add("has a level that " + complaint));
        }
    }

    /** Index of the value it starts at; left out: where a yes is most likely. */
    private int start(double[] values, Faults at) {
        int easiest = sent.getFalling() ? 0 : Math.max(0, values.length - 1);
        if (!sent.hasStart() || values.length == 0) {
            return easiest;
        }
        int start = index(values, sent.getStart());
        at.require(start >= 0, Wording.number(sent.getStart())
                + " is none of the dimension's values; the nearest is "
                + Wording.number(nearest(values, sent.getStart())));
        return start >= 0 ? start : easiest;
    }

    private static int index(double[] values, double wanted) {
        return Math.max(-1, Arrays.binarySearch(values, wanted));
    }

    private static double nearest(double[] values, double wanted) {
        return Arrays.stream(values).boxed()
                .min(Comparator.comparingDouble(value -> Math.abs(value - wanted))).orElse(wanted);
    }
}
