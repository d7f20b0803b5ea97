package io.stimloop.gateway.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.google.protobuf.Duration;
import com.google.protobuf.util.Durations;
import io.stimloop.v1.Belief;
import io.stimloop.v1.CurvePoint;
import io.stimloop.v1.DecisionTimes;
import io.stimloop.v1.ExperimentSnapshot;
import io.stimloop.v1.NeuronBelief;
import io.stimloop.v1.ParameterBelief;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What came of an experiment, as the {@code --json} option prints it.
 *
 * @param trials      that counted
 * @param reason      why it ended
 * @param entropyNats of the belief at the end
 * @param parameters  what is believed of each of the first neuron, beside the truth where there is one
 * @param neurons     the same of every neuron, where there are several
 * @param curve       the predicted tuning curve at every candidate
 * @param warnings    of the belief and the planner at the end
 * @param decision    how long decisions took, and why they were made
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Summary(long trials, String reason, double entropyNats, List<Parameter> parameters,
        @Nullable List<Cell> neurons, @Nullable List<Point> curve, List<String> warnings,
        Decision decision) {
    /**
     * One parameter.
     *
     * @param truth null where it is not known
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Parameter(String name, double mean, double sd, @Nullable Double truth) {}

    /** What is believed of one of several neurons. */
    record Cell(String name, List<Parameter> parameters) {}

    /** Expected count at a stimulus, with its 95% band. */
    record Point(double stimulus, double mean, double lower, double upper) {}

    /**
     * From the arrival of an outcome to its command, by the server's clock.
     *
     * @param sources how many decisions came from where: "search", "fallback" and so on
     * @param skipped candidates that could not be scored, in all decisions
     * @param last    why the last one was made, in words
     */
    record Decision(double p50Micros, double p99Micros, long missed, Map<String, Long> sources, long skipped,
            String last) {}

    /** Of an experiment whose truth is known: by unit and parameter name. */
    static Summary withTruth(ExperimentSnapshot last, List<Map<String, Double>> truth) {
        return of(last, truth, null);
    }

    /** Of a cell whose truth nobody knows. */
    static Summary withCurve(ExperimentSnapshot last) {
        return of(last, List.of(), last.getBelief().getCurveList().stream().map(Summary::point).toList());
    }

    private static Summary of(ExperimentSnapshot last, List<Map<String, Double>> truth,
            @Nullable List<Point> curve) {
        Belief belief = last.getBelief();
        return new Summary(last.getExperiment().getTrials(), last.getExperiment().getReason(),
                belief.getEntropyNats(), parameters(belief.getParametersList(), truth, 0),
                cells(belief.getNeuronsList(), truth), curve, warnings(last),
                decision(last));
    }

    /** Of the belief and of the planner. */
    private static List<String> warnings(ExperimentSnapshot last) {
        return Stream.concat(last.getBelief().getWarningsList().stream(),
                last.getPlannerWarningsList().stream()).toList();
    }

    private static @Nullable List<Cell> cells(List<NeuronBelief> neurons, List<Map<String, Double>> truth) {
        return neurons.isEmpty()
                ? null
                : IntStream.range(0, neurons.size()).mapToObj(unit -> new Cell(neurons.get(unit).getName(),
                        parameters(neurons.get(unit).getParametersList(), truth, unit))).toList();
    }

    private static List<Parameter> parameters(List<ParameterBelief> beliefs, List<Map<String, Double>> truth,
            int unit) {
        Map<String, Double> known = unit < truth.size() ? truth.get(unit) : Map.of();
        return beliefs.stream()
                .map(belief -> new Parameter(belief.getName(), belief.getMean(), belief.getSd(),
                        known.get(belief.getName())))
                .toList();
    }

    private static Point point(CurvePoint point) {
        return new Point(point.getStimulus(0), point.getMean(), point.getLower(), point.getUpper());
    }

    private static Decision decision(ExperimentSnapshot last) {
        DecisionTimes times = last.getDecisionTimes();
        Map<String, Long> sources = new LinkedHashMap<>();
        last.getSourcesList().forEach(count -> sources
                .put(count.getSource().name().toLowerCase(Locale.ROOT), count.getDecisions()));
        return new Decision(micros(times.getP50()), micros(times.getP99()), times.getMissed(), sources,
                last.getSkippedCandidates(), last.getLatest().getReport().getReason());
    }

    private static double micros(Duration duration) {
        return Durations.toNanos(duration) / 1e3;
    }
}
