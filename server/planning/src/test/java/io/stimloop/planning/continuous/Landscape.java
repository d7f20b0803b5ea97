package io.stimloop.planning.continuous;

import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.Prediction;
import io.stimloop.inference.belief.Question;
import io.stimloop.inference.belief.ResponsePredictor;
import io.stimloop.inference.belief.StimulusPredictor;
import io.stimloop.inference.objective.Aim;
import io.stimloop.inference.objective.Infomax;
import io.stimloop.inference.objective.Objective;
import io.stimloop.inference.objective.StimulusCost;
import io.stimloop.planning.decision.Candidates;
import io.stimloop.planning.decision.PlanningRequest;
import io.stimloop.planning.decision.Previous;
import io.stimloop.planning.design.FixedSequence;
import io.stimloop.planning.movement.MovementLimits;
import io.stimloop.planning.pool.Crew;
import io.stimloop.planning.search.SearchPlanner;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.ToDoubleFunction;

/** A space in which the information that a stimulus brings is a known function of it, and planners that search it. */
final class Landscape {
    static final LongSupplier STANDING_STILL = () -> 0;
    static final long NEVER = Long.MAX_VALUE / 2;
    static final Infomax INFOMAX = new Infomax();

    final StimulusBox box;
    private final ToDoubleFunction<double[]> height;
    StimulusCost cost = StimulusCost.NONE;
    MovementLimits limits;
    Objective objective = INFOMAX;
    Crew crew = Crew.alone();
    LongSupplier clock = STANDING_STILL;
    int candidates = 64;

    Landscape(List<Axis> axes, ToDoubleFunction<double[]> height) {
        this.box = new StimulusBox(axes);
        this.height = height;
        double[] any = new double[axes.size()];
        Arrays.fill(any, Double.POSITIVE_INFINITY);
        double[] periods = axes.stream()
                .mapToDouble(axis -> axis instanceof Axis.Turn(double _, double period) ? period : Double.NaN)
                .toArray();
        this.limits = new MovementLimits(any, periods);
    }

    /** The same box with steps of at most so much along each axis. */
    Landscape stepping(double... steps) {
        limits = new MovementLimits(steps, limits.periods());
        return this;
    }

    private record Known(double informationNats) implements Prediction {}

    private record Anywhere(ToDoubleFunction<double[]> height) implements StimulusPredictor {
        @Override
        public void refresh() {}

        @Override
        public StimulusPredictor.View newView() {
            return stimulus -> new Known(height.applyAsDouble(stimulus));
        }

        @Override
        public StimulusPredictor over(Belief other) {
            return this;
        }
    }

    private record Listed(ToDoubleFunction<double[]> height, double[][] rows) implements ResponsePredictor {
        @Override
        public int candidates() {
            return rows.length;
        }

        @Override
        public void refresh() {}

        @Override
        public ResponsePredictor.View newView() {
            return candidate -> new Known(height.applyAsDouble(rows[candidate]));
        }

        @Override
        public ResponsePredictor over(Belief other) {
            return this;
        }

        @Override
        public long bytes() {
            return 0;
        }
    }

    ContinuousPlanner planner(Refinement refinement) {
        double[][] rows = box.spread(candidates);
        Listed listed = new Listed(height, rows);
        Aim aim = new Aim(objective, cost);
        SearchPlanner search = new SearchPlanner(listed, aim, new Candidates(rows, limits.of(rows)),
                new FixedSequence(rows), crew, clock, fault -> {});
        return new ContinuousPlanner(search,
                new SearchedSpace(box, limits, rows, listed, new Anywhere(height)), aim, refinement, 1, crew,
                clock, fault -> {});
    }

    static PlanningRequest first() {
        return new PlanningRequest(0, NEVER);
    }

    static PlanningRequest after(double... before) {
        return new PlanningRequest(1, NEVER, Previous.presented(before));
    }

    static Question question() {
        return INFOMAX.question();
    }
}
