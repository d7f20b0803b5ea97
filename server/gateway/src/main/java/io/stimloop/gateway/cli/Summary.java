package io.stimloop.gateway.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.google.protobuf.Duration;
import com.google.protobuf.util.Durations;
import io.stimloop.v1.Belief;
import io.stimloop.v1.CurvePoint;
import io.stimloop.v1.DecisionTimes;
import io.stimloop.v1.ExperimentSnapshot;
import io.stimloop.v1.ParameterBelief;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of an experiment, as the {@code --json} option prints it.
 *
 * @param trials      that counted
 * @param reason      why it ended
 * @param entropyNats of the belief at the end
 * @param parameters  what is believed of each, beside the truth where there is one
 * @param curve       the predicted tuning curve at every candidate
 * @param decision    how long decisions took
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Summary(long trials, String reason, double entropyNats, List<Parameter> parameters,
        @Nullable List<Point> curve, Decision decision) {
    /**
     * One parameter.
     *
     * @param truth null where it is not known
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Parameter(String name, double mean, double sd, @Nullable Double truth) {}

    /** Expected count at a stimulus, with its 95% band. */
    record Point(double stimulus, double mean, double lower, double upper) {}

    /** From the arrival of an outcome to its command, by the server's clock. */
    record Decision(double p50Micros, double p99Micros, long missed) {}

    /** Of an experiment whose truth is known, by parameter name. */
    static Summary withTruth(ExperimentSnapshot last, Map<String, Double> truth) {
        return of(last, truth, null);
    }

    /** Of a cell whose truth nobody knows. */
    static Summary withCurve(ExperimentSnapshot last) {
        return of(last, Map.of(), last.getBelief().getCurveList().stream().map(Summary::point).toList());
    }

    private static Summary of(ExperimentSnapshot last, Map<String, Double> truth,
            @Nullable List<Point> curve) {
        Belief belief = last.getBelief();
        return new Summary(last.getExperiment().getTrials(), last.getExperiment().getReason(),
                belief.getEntropyNats(),
                belief.getParametersList().stream().map(parameter -> parameter(parameter, truth)).toList(),
                curve,
                decision(last.getDecisionTimes()));
    }

    private static Parameter parameter(ParameterBelief parameter, Map<String, Double> truth) {
        return new Parameter(parameter.getName(), parameter.getMean(), parameter.getSd(),
                truth.get(parameter.getName()));
    }

    private static Point point(CurvePoint point) {
        return new Point(point.getStimulus(0), point.getMean(), point.getLower(), point.getUpper());
    }

    private static Decision decision(DecisionTimes times) {
        return new Decision(micros(times.getP50()), micros(times.getP99()), times.getMissed());
    }

    private static double micros(Duration duration) {
        return Durations.toNanos(duration) / 1e3;
    }
}
