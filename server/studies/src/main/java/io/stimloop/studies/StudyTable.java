package io.stimloop.studies;

import io.stimloop.studies.StudyResult.Checkpoint;
import io.stimloop.studies.StudyResult.Paired;
import io.stimloop.studies.StudyResult.PlannerResult;
import io.stimloop.studies.StudyResult.ToCriterion;
import java.util.Locale;

/** A study as a table for people. */
final class StudyTable {
    private StudyTable() {}

    /** Lines of text. */
    static String of(StudyResult result, ErrorMeasure measure) {
        StringBuilder text = new StringBuilder();
        text.append(measure == ErrorMeasure.CURVE
                ? "error: root mean square of predicted less true expected response\n"
                : "error: sum of squares of estimate less truth over the parameters\n");
        for (PlannerResult planner : result.planners()) {
            text.append(String.format(Locale.ROOT, "%n%s%n%8s %11s %11s   %-26s %9s %9s%n", planner.name(),
                    "trial",
                    "median", "mean", "95% interval of the median", "entropy", "gained"));
            for (Checkpoint at : planner.checkpoints()) {
                text.append(String.format(Locale.ROOT, "%8d %11.4g %11.4g   [%10.4g, %10.4g] %10.3f %9.3f%n",
                        at.trial(), at.error().median(), at.error().mean(), at.error().low(),
                        at.error().high(),
                        at.entropyNats(), at.informationNats()));
            }
            addComparison(planner, result.planners().getFirst().name(), text);
            ToCriterion reached = planner.toCriterion();
            if (reached != null) {
                text.append(String.format(Locale.ROOT,
                        "   criterion after %.0f trials (median; 95%% interval %.0f to %.0f); reached by %.0f%%%n",
                        reached.median(), reached.low(), reached.high(), 100 * reached.reached()));
            }
        }
        return text.toString();
    }

    private static void addComparison(PlannerResult planner, String first, StringBuilder text) {
        for (Checkpoint at : planner.checkpoints()) {
            Paired information = at.informationNatsToFirst();
            if (information != null) {
                text.append(String.format(Locale.ROOT,
                        "%8d   gained less %s: %.4f nats, 95%% interval [%.4f, %.4f]%s%n", at.trial(), first,
                        information.mean(), information.low(), information.high(), net(at)));
            }
        }
    }

    private static String net(Checkpoint at) {
        Paired net = at.netToFirst();
        return net == null
                ? ""
                : String.format(Locale.ROOT, "; net of cost: %.4f [%.4f, %.4f]", net.mean(), net.low(),
                        net.high());
    }
}
