package io.stimloop.control.spec;

import com.google.protobuf.Descriptors.FieldDescriptor;
import io.stimloop.v1.Method;
import io.stimloop.v1.MixturePlanner;
import io.stimloop.v1.Planner;
import io.stimloop.v1.SchedulePlanner;
import io.stimloop.v1.ScheduleStage;
import io.stimloop.v1.SearchPlanner;
import io.stimloop.v1.Stimulus;
import java.util.ArrayList;
import java.util.List;

/** Reads how the next stimulus is found: a method, and the methods that it is made of. */
final class MethodSection {
    private static final int DEEPEST = 4;
    /** Each search among them takes working memory of its own. */
    private static final int MOST_METHODS = 16;
    private static final long MOST_STAGE_TRIALS = 1_000_000_000;
    private static final double USUAL_EPSILON = 0.1;
    private static final Bounds SHARE = new Bounds(0, 1);

    private final PlannerContext context;
    private int methods;

    private MethodSection(PlannerContext context) {
        this.context = context;
    }

    /** The method of a planner. */
    static PlanningMethod read(Planner planner, PlannerContext context, Faults at) {
        MethodSection section = new MethodSection(context);
        PlanningMethod method = section.method(asMethod(planner), 1, at);
        at.require(section.methods <= MOST_METHODS, "is made of " + section.methods
                + " methods, each mixture and schedule counted: at most " + MOST_METHODS);
        return method;
    }

    /** Both messages have the same methods under the same numbers. */
    private static Method asMethod(Planner planner) {
        Method.Builder method = Method.newBuilder();
        int kind = planner.getMethodCase().getNumber();
        if (kind != 0) {
            FieldDescriptor sent = Planner.getDescriptor().findFieldByNumber(kind);
            method.setField(Method.getDescriptor().findFieldByNumber(kind), planner.getField(sent));
        }
        return method.build();
    }

    private PlanningMethod method(Method method, int depth, Faults at) {
        methods++;
        return switch (method.getMethodCase()) {
            case RANDOM -> new PlanningMethod.Random();
            case BALANCED -> new PlanningMethod.Balanced();
            case SEQUENCE -> sequence(method.getSequence().getStimuliList(),
                    at.field("sequence").field("stimuli"));
            case SOBOL -> new PlanningMethod.Sobol();
            case STAIRCASE -> StaircaseSection.read(method.getStaircase(), context, at.field("staircase"));
            case THOMPSON -> ThompsonSection.read(context, at.field("thompson"));
            case MIXTURE -> mixture(method.getMixture(), depth, at.field("mixture"));
            case SCHEDULE -> schedule(method.getSchedule(), depth, at.field("schedule"));
            case SEARCH, METHOD_NOT_SET -> search(method.getSearch(), at.field("search"));
        };
    }

    private PlanningMethod search(SearchPlanner search, Faults at) {
        long randomFirst = Integer.toUnsignedLong(search.getRandomFirst());
        long balancedFirst = Integer.toUnsignedLong(search.getBalancedFirst());
        SHARE.check(search.getBalancedShare(), at.field("balancedShare"));
        if (search.getWholeBall()) {
            WholeBallRule.check(context, at.field("wholeBall"));
        }
        return new PlanningMethod.Search(randomFirst, balancedFirst, search.getBalancedShare(),
                search.getWholeBall(), LookaheadSection.read(search, at.field("lookahead")),
                AllPatternsSection.read(search, context, at.field("allPatterns")),
                ContinuousSection.read(search, context, at.field("continuous")));
    }

    private PlanningMethod sequence(List<Stimulus> stimuli, Faults at) {
        StimulusCheck check = context.check();
        at.require(!stimuli.isEmpty(), "is empty: list at least one, as in [{values: [90]}]");
        at.requireAll(stimuli.size(), i -> check.complaint(stimuli.get(i).getValuesList()).isEmpty(),
                i -> check.complaint(stimuli.get(i).getValuesList()));
        double[][] rows = stimuli.stream()
                .map(stimulus -> stimulus.getValuesList().stream().mapToDouble(Double::doubleValue).toArray())
                .toArray(double[][]::new);
        MovementSection.check(rows, context.stimulus(), at);
        return new PlanningMethod.Sequence(rows);
    }

    private PlanningMethod mixture(MixturePlanner mixture, int depth, Faults at) {
        double epsilon = mixture.hasEpsilon() ? mixture.getEpsilon() : USUAL_EPSILON;
        SHARE.check(epsilon, at.field("epsilon"));
        return new PlanningMethod.Mixture(part(mixture.getFirst(), depth, at.field("first")),
                part(mixture.getSecond(), depth, at.field("second")), epsilon);
    }

    private PlanningMethod schedule(SchedulePlanner schedule, int depth, Faults at) {
        Faults atStages = at.field("stages");
        int count = schedule.getStagesCount();
        if (!atStages.require(count >= 1 && count <= MOST_METHODS,
                "has " + count + " entries: give from 1 to " + MOST_METHODS)) {
            return new PlanningMethod.Schedule(List.of(new PlanningMethod.Balanced()), new long[0]);
        }
        List<PlanningMethod> stages = new ArrayList<>();
        long[] trials = new long[count - 1];
        for (int i = 0; i < count; i++) {
            ScheduleStage stage = schedule.getStages(i);
            Faults atStage = atStages.element(i);
            stages.add(part(stage.getMethod(), depth, atStage.field("method")));
            if (i < count - 1) {
                trials[i] = trials(stage, atStage.field("trials"));
            } else {
                atStage.field("trials").require(stage.getTrials() == 0,
                        "is given for the last stage, which has no end: leave it out, or add a stage");
            }
        }
        return new PlanningMethod.Schedule(stages, trials);
    }

    private static long trials(ScheduleStage stage, Faults at) {
        long trials = stage.getTrials();
        at.require(trials >= 1 && trials <= MOST_STAGE_TRIALS, trials == 0
                ? "is missing: how many trials, from 1"
                : Long.toUnsignedString(trials) + " must be from 1 to "
                        + Wording.number(MOST_STAGE_TRIALS));
        return Math.clamp(trials, 1, MOST_STAGE_TRIALS);
    }

    /** A method inside another. */
    private PlanningMethod part(Method method, int depth, Faults at) {
        boolean given = at.require(method.getMethodCase() != Method.MethodCase.METHOD_NOT_SET,
                "is missing: say which method, as in {balanced: {}}");
        boolean shallow = at.require(depth < DEEPEST,
                "is nested too deeply: methods may be " + DEEPEST + " deep");
        return given && shallow ? method(method, depth + 1, at) : new PlanningMethod.Balanced();
    }
}
