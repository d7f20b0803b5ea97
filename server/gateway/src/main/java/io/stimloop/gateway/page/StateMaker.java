package io.stimloop.gateway.page;

import com.google.protobuf.util.Durations;
import io.stimloop.control.experiment.RigContact;
import io.stimloop.control.experiment.SafetyBudget;
import io.stimloop.v1.Arming;
import io.stimloop.v1.Belief;
import io.stimloop.v1.CurvePoint;
import io.stimloop.v1.DecisionReport;
import io.stimloop.v1.DecisionTimes;
import io.stimloop.v1.ExperimentSnapshot;
import io.stimloop.v1.LatestTrial;
import io.stimloop.v1.NeuronBelief;
import io.stimloop.v1.ParameterBelief;
import io.stimloop.v1.SourceCount;
import io.stimloop.v1.StimulusScore;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts a snapshot of an experiment into the words of the page. */
final class StateMaker {
    private static final double NANOS_PER_MS = 1e6;
    private static final int CELL_PARAMETERS = 4;
    private static final int CELL_POINTS = 64;

    private final Pauses pauses;
    private final InstantSource clock;

    StateMaker(Pauses pauses, InstantSource clock) {
        this.pauses = pauses;
        this.clock = clock;
    }

    /**
     * What else is known beside a snapshot.
     *
     * @param contacts the rigs
     * @param budgets  of what is accounted
     * @param balanced design, simulated
     */
    record Beside(List<RigContact> contacts, List<SafetyBudget> budgets, Optional<Balanced.Shown> balanced) {}

    /**
     * How an experiment is.
     *
     * @param detail belief about the neuron that is shown in detail; empty: the first
     * @param neuron which it is
     */
    State state(ExperimentSnapshot snapshot, Chronicle chronicle, Beside beside,
            Optional<NeuronBelief> detail, int neuron) {
        Belief belief = snapshot.getBelief();
        DecisionTimes times = snapshot.getDecisionTimes();
        boolean timed = times.getDecisions() > 0;
        return new State(snapshot.getExperiment().getState().name(), snapshot.getExperiment().getReason(),
                arming(snapshot.getExperiment().getArming()), snapshot.getExperiment().getTrials(),
                chronicle.ratePerSecond(clock.millis()), rigs(snapshot, beside.contacts()),
                timed ? Durations.toNanos(times.getP50()) / NANOS_PER_MS : Double.NaN,
                timed ? Durations.toNanos(times.getP99()) / NANOS_PER_MS : Double.NaN,
                timed ? Durations.toNanos(times.getMax()) / NANOS_PER_MS : Double.NaN, times.getMissed(),
                chronicle.tempo().missedOf100(), budgets(beside.budgets()), belief.getEntropyNats(),
                belief.getTrials(),
                neuron,
                parameters(detail.map(NeuronBelief::getParametersList).orElse(belief.getParametersList())),
                curve(detail.map(NeuronBelief::getCurveList).orElse(belief.getCurveList())),
                belief.getNeuronsList().stream().map(StateMaker::cell).toList(), latest(snapshot),
                sources(snapshot), chronicle.foreseen().shown(), chronicle.tempo().stages(),
                chronicle.tempo().bars(), pauses.shown(), warnings(snapshot), check(belief),
                beside.balanced().orElse(null));
    }

    private static List<State.Rig> rigs(ExperimentSnapshot snapshot, List<RigContact> contacts) {
        return snapshot.getRigsList().stream().map(rig -> {
            Optional<RigContact> contact = contacts.stream()
                    .filter(known -> known.rigId().equals(rig.getRigId())).findAny();
            return new State.Rig(rig.getRigId(), rig.getRecorder(), rig.getStimulator(),
                    contact.map(known -> known.quietNanos() / NANOS_PER_MS).orElse(Double.NaN),
                    contact.map(RigContact::simulated).orElse(false));
        }).toList();
    }

    private static List<State.Budget> budgets(List<SafetyBudget> budgets) {
        return budgets.stream().map(
                budget -> new State.Budget(budget.name(), budget.used(), budget.limit(), budget.unit()))
                .toList();
    }

    static State.ArmingNow arming(Arming arming) {
        String state = arming.getState() == io.stimloop.v1.ArmingState.ARMING_STATE_UNSPECIFIED
                ? null
                : arming.getState().name();
        return new State.ArmingNow(arming.getRequired(), state, List.copyOf(arming.getMissingList()),
                arming.getArmedBy(), arming.getEpoch(), arming.getLimitsSha256(),
                List.copyOf(arming.getRigIdsList()), arming.getReason());
    }

    static List<State.Parameter> parameters(List<ParameterBelief> beliefs) {
        return beliefs.stream().map(parameter -> new State.Parameter(parameter.getName(), parameter.getMean(),
                parameter.getSd(),
                parameter.getQuantilesList().stream().mapToDouble(quantile -> quantile.getValue()).toArray(),
                array(parameter.getValuesList()), array(parameter.getProbabilityList()))).toList();
    }

    private static State.Curve curve(List<CurvePoint> points) {
        return new State.Curve(
                points.stream().map(point -> array(point.getStimulusList())).toArray(double[][]::new),
                points.stream().mapToDouble(CurvePoint::getMean).toArray(),
                points.stream().mapToDouble(CurvePoint::getLower).toArray(),
                points.stream().mapToDouble(CurvePoint::getUpper).toArray());
    }

    private static State.Cell cell(NeuronBelief neuron) {
        List<ParameterBelief> first = neuron.getParametersList().stream().limit(CELL_PARAMETERS).toList();
        int step = Math.max(1, (neuron.getCurveCount() + CELL_POINTS - 1) / CELL_POINTS);
        double[] means = new double[(neuron.getCurveCount() + step - 1) / step];
        for (int i = 0; i < means.length; i++) {
            means[i] = neuron.getCurve(i * step).getMean();
        }
        return new State.Cell(neuron.getName(), neuron.getDropped(),
                first.stream().mapToDouble(ParameterBelief::getMean).toArray(),
                first.stream().mapToDouble(ParameterBelief::getSd).toArray(), means);
    }

    private static State.@Nullable Latest latest(ExperimentSnapshot snapshot) {
        if (!snapshot.hasLatest()) {
            return null;
        }
        LatestTrial latest = snapshot.getLatest();
        DecisionReport report = latest.getReport();
        return new State.Latest(latest.getTrial(), array(latest.getStimulusList()),
                latest.getDecision().getSource().name(), report.getReason(),
                latest.getDecision().getUtility(),
                latest.getDecision().getEvaluated(), latest.getDecision().getCandidates(),
                Durations.toNanos(latest.getDecision().getSlack()) / NANOS_PER_MS,
                Durations.toNanos(report.getTook()) / NANOS_PER_MS, report.getSkipped(),
                report.hasBound() ? report.getBound() : Double.NaN,
                report.hasRunnerUp()
                        ? new State.Scored(array(report.getRunnerUp().getStimulusList()),
                                report.getRunnerUp().getUtility())
                        : null,
                report.hasMargin() ? report.getMargin() : Double.NaN,
                new State.Utilities(
                        report.getUtilitiesList().stream().map(score -> array(score.getStimulusList()))
                                .toArray(double[][]::new),
                        report.getUtilitiesList().stream().mapToDouble(StimulusScore::getUtility).toArray()));
    }

    private static Map<String, Long> sources(ExperimentSnapshot snapshot) {
        Map<String, Long> sources = new LinkedHashMap<>();
        for (SourceCount source : snapshot.getSourcesList()) {
            sources.put(source.getSource().name(), source.getDecisions());
        }
        return sources;
    }

    static List<String> warnings(ExperimentSnapshot snapshot) {
        List<String> warnings = new ArrayList<>(snapshot.getBelief().getWarningsList());
        warnings.addAll(snapshot.getPlannerWarningsList());
        return warnings;
    }

    private static State.@Nullable Check check(Belief belief) {
        return belief.hasModelCheck()
                ? new State.Check(belief.getModelCheck().getMisfitPValue(),
                        belief.getModelCheck().getDriftPValue(),
                        belief.getModelCheck().getMisfit(), belief.getModelCheck().getDrift())
                : null;
    }

    static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
