package io.stimloop.control.experiment;

import io.stimloop.control.spec.FallbackChoice;
import io.stimloop.control.spec.PlanningMethod;
import io.stimloop.control.spec.ResolvedSpec;
import io.stimloop.inference.objective.ResponseSeeking;
import io.stimloop.numerics.random.Streams;
import io.stimloop.planning.continuous.ContinuousPlanner;
import io.stimloop.planning.continuous.SearchedSpace;
import io.stimloop.planning.continuous.UniformDesign;
import io.stimloop.planning.decision.Candidates;
import io.stimloop.planning.decision.Planner;
import io.stimloop.planning.design.BalancedBlocks;
import io.stimloop.planning.design.Design;
import io.stimloop.planning.design.DesignPlanner;
import io.stimloop.planning.design.FixedSequence;
import io.stimloop.planning.design.RandomDesign;
import io.stimloop.planning.design.SobolOrder;
import io.stimloop.planning.lookahead.LookaheadPlanner;
import io.stimloop.planning.mixture.ComposedPlanner;
import io.stimloop.planning.mixture.MixedPlanner;
import io.stimloop.planning.mixture.Rota;
import io.stimloop.planning.movement.MovementLimits;
import io.stimloop.planning.movement.MovingPlanner;
import io.stimloop.planning.policy.StaircasePlanner;
import io.stimloop.planning.policy.ThompsonPlanner;
import io.stimloop.planning.pool.Crew;
import io.stimloop.planning.search.SearchPlanner;
import io.stimloop.planning.search.WholeBallPlanner;
import io.stimloop.planning.speculation.SpeculatingPlanner;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Makes the planner that a spec names.
 *
 * @param crew      does the searching
 * @param nanoClock of the deadlines
 */
record PlannerFactory(Crew crew, LongSupplier nanoClock) {
    private static final double[] BLANK = {};
    /** Keeps the seeds of planners inside others apart from all that is drawn with the seed itself. */
    private static final long SEEDS = 0x7365656473L;

    /** Makes a planner. */
    Planner planner(PlannerNeeds needs) {
        Planner rested = patterns(needs).resting(planner(needs, needs.spec().planner().method()));
        Planner chooses = new AdmissiblePlanner(rested, needs.door(), needs.spec().candidates(),
                fallback(needs.spec()), nanoClock);
        MovementLimits limits = needs.spec().stimulus().limits();
        return limits.any() ? new MovingPlanner(chooses, limits, needs.spec().candidates()) : chooses;
    }

    private Planner planner(PlannerNeeds needs, PlanningMethod method) {
        ResolvedSpec spec = needs.spec();
        return switch (method) {
            case PlanningMethod.Search search -> mixed(spec, search, needs.watch(), ahead(needs, search));
            case PlanningMethod.Random() -> design(random(spec));
            case PlanningMethod.Balanced() -> design(new BalancedBlocks(spec.candidates(), spec.seed()));
            case PlanningMethod.Sequence(double[][] stimuli) -> design(new FixedSequence(stimuli));
            case PlanningMethod.Sobol() -> design(
                    new SobolOrder(spec.candidates(), spec.stimulus().levels(), spec.seed()));
            case PlanningMethod.Staircase(var ladder, var rule, int start, var listening) ->
                new StaircasePlanner(ladder, rule, start, listening, needs.belief()::includes, nanoClock);
            case PlanningMethod.Thompson() -> mixed(spec, PlanningMethod.Search.ALWAYS, needs.watch(),
                    thompson(needs));
            case PlanningMethod.Mixture(var first, var second, double epsilon) -> composed("mixture", needs,
                    List.of(first, second), Rota.random(epsilon, spec.seed()));
            case PlanningMethod.Schedule(var stages, long[] trials) -> composed("schedule", needs, stages,
                    Rota.stages(trials));
        };
    }

    /** A search, and the same search for what is expected, where the spec wants it and this can be foreseen. */
    private Planner ahead(PlannerNeeds needs, PlanningMethod.Search method) {
        int foreseen = needs.spec().planner().foreseen();
        Planner search = search(needs, method);
        return needs.speculates() && foreseen > 0 && method.foreseeable()
                ? new SpeculatingPlanner(search,
                        (expected, otherClock, otherCrew) -> new PlannerFactory(otherCrew, otherClock)
                                .search(needs.expecting(expected), method),
                        needs.belief(), needs.spec().source().responses(), foreseen, crew, nanoClock,
                        needs.faults())
                : search;
    }

    /** Of the candidates, and of all other stimuli where the spec wants it. */
    private Planner search(PlannerNeeds needs, PlanningMethod.Search method) {
        ResolvedSpec spec = needs.spec();
        Candidates choices = choices(needs);
        Planner candidates = new SearchPlanner(needs.predictor(), spec.aim(), choices, fallback(spec), crew,
                nanoClock, needs.faults());
        if (method.horizon().ahead()) {
            return new LookaheadPlanner(candidates, spec.source(), needs.belief(), needs.predictor(),
                    spec.aim(), choices, method.horizon(), spec.seed(), crew, nanoClock, needs.faults());
        }
        if (method.allPatterns()) {
            return patterns(needs).all(candidates, method.beamWidth());
        }
        if (method.refinement().isPresent()) {
            return new ContinuousPlanner(candidates,
                    new SearchedSpace(spec.stimulus().box(), spec.stimulus().limits(), spec.candidates(),
                            needs.predictor(),
                            needs.belief().anywhere(spec.aim().objective().question()).orElseThrow()),
                    spec.aim(), method.refinement().get(), spec.seed(), crew, nanoClock, needs.faults());
        }
        return method.wholeBall()
                ? new WholeBallPlanner(candidates,
                        needs.predictor().ballSearch(spec.stimulus().maxNorm()).orElseThrow(),
                        spec.aim().objective(), nanoClock)
                : candidates;
    }

    private Planner thompson(PlannerNeeds needs) {
        ResolvedSpec spec = needs.spec();
        return new ThompsonPlanner(needs.belief(), (ResponseSeeking) spec.aim().objective(),
                spec.aim().cost(), choices(needs), fallback(spec), spec.seed(), nanoClock);
    }

    private Candidates choices(PlannerNeeds needs) {
        Candidates all = choices(needs.spec());
        return new Candidates(all.stimuli(), patterns(needs).reach(all.reach()));
    }

    /** What there is to choose from, whatever targets must rest. */
    static Candidates choices(ResolvedSpec spec) {
        return new Candidates(spec.candidates(), spec.stimulus().limits().of(spec.candidates()));
    }

    /** A search, with what the designs get of its trials. */
    private Planner mixed(ResolvedSpec spec, PlanningMethod.Search method, ModelWatch watch, Planner search) {
        double onAlarm = spec.modelCheck().balancedShare();
        if (method.searchesAlways() && onAlarm == 0) {
            return search;
        }
        return new MixedPlanner(random(spec), method.randomFirst(),
                new BalancedBlocks(spec.candidates(), spec.seed()), method.balancedFirst(),
                () -> watch.alarm() ? Math.max(onAlarm, method.balancedShare()) : method.balancedShare(),
                search, nanoClock);
    }

    /** Each of the planners draws with a seed of its own, so that two random designs do not draw the same. */
    private Planner composed(String kind, PlannerNeeds needs, List<PlanningMethod> methods, Rota rota) {
        List<Planner> planners = new ArrayList<>();
        for (PlanningMethod method : methods) {
            long seed = Streams.of(needs.spec().seed(), planners.size(), SEEDS).nextLong();
            planners.add(planner(needs.with(needs.spec().with(seed, method)), method));
        }
        return new ComposedPlanner(kind, planners, rota);
    }

    private PatternPlanners patterns(PlannerNeeds needs) {
        return new PatternPlanners(needs, crew, nanoClock);
    }

    /** Of the candidates, or of all stimuli of a continuous space. */
    private static Design random(ResolvedSpec spec) {
        return spec.stimulus().continuous()
                ? new UniformDesign(spec.stimulus().box(), spec.seed())
                : new RandomDesign(spec.candidates(), spec.seed());
    }

    private Planner design(Design design) {
        return new DesignPlanner(design, nanoClock);
    }

    private static Design fallback(ResolvedSpec spec) {
        return switch (spec.planner().fallback()) {
            case FallbackChoice.Balanced() -> new BalancedBlocks(spec.candidates(), spec.seed());
            case FallbackChoice.Stimulus(double[] values) -> new FixedSequence(new double[][]{values});
            case FallbackChoice.Blank() -> new FixedSequence(new double[][]{BLANK});
        };
    }
}
