package io.stimloop.planning.lookahead;

import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.BeliefSource;
import io.stimloop.inference.belief.ResponsePredictor;
import io.stimloop.inference.objective.Aim;
import io.stimloop.inference.objective.Objective;
import io.stimloop.planning.decision.Candidates;
import io.stimloop.planning.decision.Planner;
import io.stimloop.planning.decision.Reach;
import io.stimloop.planning.design.FixedSequence;
import io.stimloop.planning.pool.Crew;
import io.stimloop.planning.search.SearchPlanner;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** A table's belief with what plans for it. */
final class Table {
    final List<Throwable> faults = new ArrayList<>();
    final BeliefSource source;
    final Belief belief;
    final double[][] candidates;
    final LongSupplier clock;

    Table(TableModel model, LongSupplier clock) {
        source = model.source();
        belief = source.create();
        candidates = model.candidates();
        this.clock = clock;
    }

    ResponsePredictor predictor(Objective objective) {
        return belief.predictor(candidates, objective.question());
    }

    SearchPlanner search(Aim aim, Reach reach, ResponsePredictor predictor) {
        return new SearchPlanner(predictor, aim, new Candidates(candidates, reach),
                new FixedSequence(new double[][]{{}}), Crew.alone(), clock, faults::add);
    }

    LookaheadPlanner lookahead(Aim aim, Reach reach, Horizon horizon) {
        return lookahead(aim, reach, horizon, Crew.alone());
    }

    LookaheadPlanner lookahead(Aim aim, Reach reach, Horizon horizon, Crew crew) {
        ResponsePredictor predictor = predictor(aim.objective());
        Planner search = search(aim, reach, predictor);
        return new LookaheadPlanner(search, source, belief, predictor, aim,
                new Candidates(candidates, reach), horizon, 1, crew, clock, faults::add);
    }
}
