package io.stimloop.planning.continuous;

import io.stimloop.numerics.random.Streams;
import io.stimloop.planning.decision.PlanningRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Goes uphill from the best stimuli that are known, decision after decision. Not thread safe. */
final class Climber {
    private static final long PURPOSE = 0x636c696d62L;
    /** Optima of earlier trials that are looked at again. */
    private static final int MOST_RECENT = 4;
    /** Stimuli within reach that are looked at, for each dimension, where movement is limited. */
    private static final int WITHIN_REACH = 16;
    private static final int PART_OF_SCAN = 2;
    private static final double[] NO_CANDIDATES = {};

    private final SearchedSpace space;
    private final Refinement refinement;
    private final long seed;
    private final Evaluator evaluator;
    private final Starts starts;
    /** Points spread over what is within reach; none where everything is. */
    private final double[][] withinReach;
    private List<Optimum> recent = List.of();

    Climber(SearchedSpace space, Refinement refinement, long seed, Evaluator evaluator) {
        this.space = space;
        this.refinement = refinement;
        this.seed = seed;
        this.evaluator = evaluator;
        this.starts = new Starts(space.box(), space.candidates());
        this.withinReach = space.box()
                .points(space.limits().any() ? WITHIN_REACH * space.box().continuous().length : 0);
    }

    /**
     * Climbs until all starts are used, enough is evaluated or the time is up.
     *
     * @param utilities of the candidates
     * @return what was found from each start and what was looked at again, the best first
     */
    List<Optimum> climb(PlanningRequest request, double[] utilities, long cutoffNanos) {
        space.anywhere().refresh();
        evaluator.begin(request.before(), cutoffNanos, refinement.evaluations());
        List<Optimum> found = new ArrayList<>();
        List<Optimum> known = new ArrayList<>();
        try {
            lookAgain(request.before(), known);
            for (Optimum start : starts.best(utilities, known, refinement.starts())) {
                evaluator.beginAnew();
                climb(start, request, found.isEmpty());
                found.add(evaluator.best());
            }
        } catch (StoppedException stopped) {
            found.add(evaluator.best());
        }
        found.addAll(known);
        found.removeIf(Optimum::none);
        found.sort(Comparator.comparingDouble(Optimum::utility).reversed());
        recent = found.isEmpty() ? recent : starts.best(NO_CANDIDATES, found, MOST_RECENT);
        return found;
    }

    /** What was best in the last trial and the stimulus before, under the belief as it is now. */
    private void lookAgain(double[] before, List<Optimum> known) {
        for (Optimum optimum : recent) {
            look(optimum.point(), optimum.stimulus(), before, known);
        }
        if (before.length > 0) {
            double[] point = space.box().point(before);
            look(point, space.box().contains(before) ? before : space.box().stimulus(point), before, known);
            lookWithinReach(point, before, known);
        }
    }

    private void look(double[] point, double[] stimulus, double[] before, List<Optimum> known) {
        if (space.limits().allow(before, stimulus)) {
            evaluator.beginAnew();
            evaluator.utility(point, stimulus);
            known.add(evaluator.best());
        }
    }

    /** Where movement is limited, few of the candidates may be within reach, or none. */
    private void lookWithinReach(double[] point, double[] before, List<Optimum> known) {
        if (withinReach.length == 0) {
            return;
        }
        Region region = Region.about(point, space.box(), space.limits(), before);
        int[] free = region.free();
        double[] coordinates = new double[free.length];
        for (double[] spread : withinReach) {
            for (int i = 0; i < free.length; i++) {
                coordinates[i] = region.lower()[i]
                        + spread[free[i]] * (region.upper()[i] - region.lower()[i]);
            }
            double[] near = region.point(coordinates);
            look(near, space.box().stimulus(near), before, known);
        }
    }

    private void climb(Optimum start, PlanningRequest request, boolean first) {
        Optimum from = start;
        if (first && refinement.method() == Refinement.Method.BROAD && region(start, request).size() > 1) {
            scan(start, request);
            Optimum scanned = evaluator.best();
            from = scanned.none() || scanned.utility() < start.utility() ? start : scanned;
        }
        Climb.from(region(from, request), starts.spacing() / 2, evaluator);
    }

    private void scan(Optimum start, PlanningRequest request) {
        int kept = evaluator.reserve(refinement.evaluations() / PART_OF_SCAN);
        int leftBefore = evaluator.left();
        try {
            Scan.of(region(start, request), evaluator, Streams.of(seed, request.position(), PURPOSE));
        } catch (StoppedException stopped) {
            if (evaluator.left() > 0 || leftBefore == 0) {
                throw stopped;
            }
        } finally {
            evaluator.release(kept);
        }
    }

    private Region region(Optimum start, PlanningRequest request) {
        return Region.about(start.point(), space.box(), space.limits(), request.before());
    }

    double apart(double[] stimulus, double[] other) {
        return space.box().apart(space.box().point(stimulus), space.box().point(other));
    }

    int evaluated() {
        return evaluator.evaluated();
    }

    int skipped() {
        return evaluator.skipped();
    }

    void settle() {
        evaluator.settle();
    }
}
