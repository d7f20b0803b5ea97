package io.stimloop.control.experiment;

import io.stimloop.control.spec.FallbackChoice;
import io.stimloop.control.spec.PlanningMethod;
import io.stimloop.control.spec.ResolvedSpec;
import io.stimloop.inference.belief.ResponsePredictor;
import io.stimloop.numerics.random.Streams;
import io.stimloop.planning.decision.Candidates;
import io.stimloop.planning.decision.Planner;
import io.stimloop.planning.design.BalancedBlocks;
import io.stimloop.planning.design.Design;
import io.stimloop.planning.design.DesignPlanner;
import io.stimloop.planning.design.FixedSequence;
import io.stimloop.planning.design.RandomDesign;
import io.stimloop.planning.design.SobolOrder;
import io.stimloop.planning.mixture.ComposedPlanner;
import io.stimloop.planning.mixture.MixedPlanner;
import io.stimloop.planning.mixture.Rota;
import io.stimloop.planning.movement.MovementLimits;
import io.stimloop.planning.movement.MovingPlanner;
import io.stimloop.planning.pool.Crew;
import io.stimloop.planning.search.SearchPlanner;
import io.stimloop.planning.search.WholeBallPlanner;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
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

    /**
     * Makes a planner.
     *
     * @param watch  says whether the model is doubtful
     * @param faults told of each kind of exception that scoring a candidate threw, once
     */
    Planner planner(ResolvedSpec spec, ResponsePredictor predictor, ModelWatch watch,
            Consumer<Throwable> faults) {
        Planner chooses = planner(spec, spec.planner().method(), predictor, watch, faults);
        MovementLimits limits = spec.stimulus().limits();
        return limits.any() ? new MovingPlanner(chooses, limits, spec.candidates()) : chooses;
    }

    private Planner planner(ResolvedSpec spec, PlanningMethod method, ResponsePredictor predictor,
            ModelWatch watch, Consumer<Throwable> faults) {
        return switch (method) {
            case PlanningMethod.Search search -> mixed(spec, search, watch,
                    search(spec, search, predictor, faults));
            case PlanningMethod.Random() -> design(new RandomDesign(spec.candidates(), spec.seed()));
            case PlanningMethod.Balanced() -> design(new BalancedBlocks(spec.candidates(), spec.seed()));
            case PlanningMethod.Sequence(double[][] stimuli) -> design(new FixedSequence(stimuli));
            case PlanningMethod.Sobol() -> design(
                    new SobolOrder(spec.candidates(), spec.stimulus().levels(), spec.seed()));
            case PlanningMethod.Mixture(var first, var second, double epsilon) -> composed("mixture", spec,
                    List.of(first, second), Rota.random(epsilon, spec.seed()), predictor, watch, faults);
            case PlanningMethod.Schedule(var stages, long[] trials) -> composed("schedule", spec, stages,
                    Rota.stages(trials), predictor, watch, faults);
        };
    }

    /** Of the candidates, and of all other stimuli where the spec wants it. */
    private Planner search(ResolvedSpec spec, PlanningMethod.Search method, ResponsePredictor predictor,
            Consumer<Throwable> faults) {
        Candidates choices = new Candidates(spec.candidates(),
                spec.stimulus().limits().of(spec.candidates()));
        Planner candidates = new SearchPlanner(predictor, spec.aim(), choices, fallback(spec), crew,
                nanoClock,
                faults);
        return method.wholeBall()
                ? new WholeBallPlanner(candidates,
                        predictor.ballSearch(spec.stimulus().maxNorm()).orElseThrow(),
                        spec.aim().objective(), nanoClock)
                : candidates;
    }

    /** A search, with what the designs get of its trials. */
    private Planner mixed(ResolvedSpec spec, PlanningMethod.Search method, ModelWatch watch, Planner search) {
        double onAlarm = spec.modelCheck().balancedShare();
        if (method.searchesAlways() && onAlarm == 0) {
            return search;
        }
        return new MixedPlanner(new RandomDesign(spec.candidates(), spec.seed()), method.randomFirst(),
                new BalancedBlocks(spec.candidates(), spec.seed()), method.balancedFirst(),
                () -> watch.alarm() ? Math.max(onAlarm, method.balancedShare()) : method.balancedShare(),
                search, nanoClock);
    }

    /** Each of the planners draws with a seed of its own, so that two random designs do not draw the same. */
    private Planner composed(String kind, ResolvedSpec spec, List<PlanningMethod> methods, Rota rota,
            ResponsePredictor predictor, ModelWatch watch, Consumer<Throwable> faults) {
        List<Planner> planners = new ArrayList<>();
        for (PlanningMethod method : methods) {
            long seed = Streams.of(spec.seed(), planners.size(), SEEDS).nextLong();
            planners.add(planner(spec.with(seed, method), method, predictor, watch, faults));
        }
        return new ComposedPlanner(kind, planners, rota);
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
