package io.stimloop.benchmarks;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.stimloop.planning.decision.Decision;
import io.stimloop.planning.decision.DecisionSource;
import io.stimloop.planning.decision.Planner;
import io.stimloop.planning.decision.PlanningRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Measures cases at a ladder of deadlines. */
final class AnytimeCourse {
    private static final long[] MICROS = {150, 300, 1_000, 3_000, 10_000, 30_000,
            100_000, 200_000};
    private static final long[] FEW_MICROS = {300, 3_000};
    private static final double GOAL = 0.99;
    private static final long NANOS_PER_MICRO = 1_000;
    private static final double MICROS_PER_MILLI = 1_000;
    /** Plans before any is timed, and how long each may take. */
    private static final int WARM_UPS = 15;
    private static final long WARM_UP_NANOS = 20_000_000;

    private final int trials;
    private final long[] micros;
    private final int warmUps;

    AnytimeCourse(int trials, boolean quick) {
        this.trials = trials;
        this.micros = quick ? FEW_MICROS : MICROS;
        this.warmUps = quick ? 1 : WARM_UPS;
    }

    /**
     * What is printed.
     *
     * @param cases in their order
     */
    record Result(List<Course> cases) {}

    /**
     * One case.
     *
     * @param points            by time
     * @param millisTo99Percent the shortest deadline measured from which on the utility is at least 0.99; null where
     *                          there is none
     * @param finalUtility      at the longest deadline
     */
    record Course(String space, String method, List<Point> points, @Nullable Double millisTo99Percent,
            @JsonProperty("final") double finalUtility) {}

    /**
     * A deadline.
     *
     * @param micros  from the request to the moment by which the command must have left, of which the search keeps 100
     *                back
     * @param utility as a fraction of the best that is known
     */
    record Point(long micros, double utility) {}

    Result of(List<AnytimeCase> cases) {
        List<double[][]> measured = cases.stream().map(this::measured).toList();
        Map<String, double[]> best = new HashMap<>();
        for (int c = 0; c < measured.size(); c++) {
            double[] known = best.computeIfAbsent(cases.get(c).space(), space -> new double[trials]);
            for (double[] byTrial : measured.get(c)) {
                Arrays.setAll(known, trial -> Math.max(known[trial], byTrial[trial]));
            }
        }
        List<Course> courses = new ArrayList<>();
        for (int c = 0; c < measured.size(); c++) {
            courses.add(course(cases.get(c), measured.get(c),
                    best.getOrDefault(cases.get(c).space(), new double[trials])));
        }
        return new Result(courses);
    }

    /** Utilities by deadline and trial; 0 where nothing was found in time. */
    private double[][] measured(AnytimeCase one) {
        for (int i = 0; i < warmUps; i++) {
            plan(one, i % trials, WARM_UP_NANOS);
        }
        double[][] utilities = new double[micros.length][trials];
        for (int m = 0; m < micros.length; m++) {
            for (int trial = 0; trial < trials; trial++) {
                Decision decision = plan(one, trial, micros[m] * NANOS_PER_MICRO);
                utilities[m][trial] = decision.source() == DecisionSource.SEARCH ? decision.utility() : 0;
            }
        }
        return utilities;
    }

    private static Decision plan(AnytimeCase one, int trial, long nanos) {
        Planner planner = one.ready().apply(trial);
        Decision decision = planner.plan(new PlanningRequest(trial, System.nanoTime() + nanos));
        planner.settle();
        return decision;
    }

    private Course course(AnytimeCase one, double[][] utilities, double[] best) {
        List<Point> points = new ArrayList<>();
        Double reached = null;
        for (int m = 0; m < micros.length; m++) {
            double utility = medianFraction(utilities[m], best);
            points.add(new Point(micros[m], utility));
            if (utility < GOAL) {
                reached = null;
            } else if (reached == null) {
                reached = micros[m] / MICROS_PER_MILLI;
            }
        }
        return new Course(one.space(), one.method(), points, reached, points.getLast().utility());
    }

    private static double medianFraction(double[] utilities, double[] best) {
        double[] fractions = new double[utilities.length];
        Arrays.setAll(fractions, trial -> utilities[trial] / best[trial]);
        return InfomaxExperiment.median(fractions);
    }
}
