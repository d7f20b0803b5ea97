package io.stimloop.studies;

import io.stimloop.studies.StudyResult.Checkpoint;
import io.stimloop.studies.StudyResult.ErrorSummary;
import io.stimloop.studies.StudyResult.Paired;
import io.stimloop.studies.StudyResult.PlannerResult;
import io.stimloop.studies.StudyResult.ToCriterion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Puts the courses of a planner's experiments together. */
final class Study {
    private Study() {}

    /**
     * The result of a planner.
     *
     * @param first courses of the planner it is compared with, experiment by experiment; empty for that one itself
     * @param costs whether stimuli cost anything
     */
    static PlannerResult summarise(String planner, int[] checkpoints, boolean criterion,
            List<Course> courses, List<Course> first, boolean costs) {
        List<Checkpoint> summary = new ArrayList<>();
        for (int c = 0; c < checkpoints.length; c++) {
            int at = c;
            double[] errors = courses.stream().mapToDouble(course -> course.errors()[at]).toArray();
            double entropy = courses.stream().mapToDouble(course -> course.entropyNats()[at]).average()
                    .orElseThrow();
            double gained = courses.stream().mapToDouble(course -> course.gained(at)).average().orElseThrow();
            double cost = courses.stream().mapToDouble(course -> course.costs()[at]).average().orElseThrow();
            summary.add(new Checkpoint(checkpoints[c], errorSummary(errors), entropy, gained,
                    costs ? cost : null, paired(courses, first, course -> course.gained(at)),
                    costs ? paired(courses, first, course -> course.gained(at) - course.costs()[at]) : null));
        }
        return new PlannerResult(planner, summary,
                criterion ? toCriterion(courses, checkpoints[checkpoints.length - 1]) : null);
    }

    private static @Nullable Paired paired(List<Course> courses, List<Course> first,
            ToDoubleFunction<Course> measure) {
        if (first.isEmpty()) {
            return null;
        }
        double[] differences = new double[courses.size()];
        Arrays.setAll(differences,
                i -> measure.applyAsDouble(courses.get(i)) - measure.applyAsDouble(first.get(i)));
        double[] interval = Bootstrap.interval(differences, Bootstrap::mean);
        return new Paired(Bootstrap.mean(differences), interval[0], interval[1]);
    }

    private static ErrorSummary errorSummary(double[] errors) {
        double[] median = Bootstrap.interval(errors, Bootstrap::median);
        double[] mean = Bootstrap.interval(errors, Bootstrap::mean);
        return new ErrorSummary(Bootstrap.mean(errors), Bootstrap.median(errors), median[0], median[1],
                mean[0],
                mean[1]);
    }

    private static ToCriterion toCriterion(List<Course> courses, int trials) {
        double[] reached = courses.stream().mapToDouble(Course::reached).toArray();
        double[] interval = Bootstrap.interval(reached, Bootstrap::median);
        return new ToCriterion(Bootstrap.median(reached), interval[0], interval[1],
                (double) Arrays.stream(reached).filter(trial -> trial <= trials).count() / reached.length);
    }
}
