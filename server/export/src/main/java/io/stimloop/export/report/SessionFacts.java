package io.stimloop.export.report;

import io.stimloop.export.session.BeliefPoint;
import io.stimloop.export.session.Session;
import io.stimloop.export.session.SessionListener;
import io.stimloop.export.session.Trial;
import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.CurvePoint;
import io.stimloop.inference.belief.ParameterSummary;
import io.stimloop.inference.belief.Responses;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a report says of the trials, gathered while they are told. Not thread safe. */
final class SessionFacts implements SessionListener {
    /** Neurons that have a figure of their own. */
    static final int MOST_SHOWN = 12;
    private static final int MOST_STIMULI = 200;

    /**
     * What is predicted of a neuron in the end, and what was observed.
     *
     * @param curve     in the order of the stimuli; empty where there is not one dimension
     * @param stimuli   of trials that were learned from
     * @param responses to them
     */
    record Neuron(String name, List<ParameterSummary> parameters, List<CurvePoint> curve, Numbers stimuli,
            Numbers responses) {}

    private final Session session;
    private final boolean oneDimension;
    private final List<Numbers> responses = new ArrayList<>();
    private final Numbers stimuli = new Numbers();
    private final List<Neuron> neurons = new ArrayList<>();
    private final List<BeliefPoint> points = new ArrayList<>();
    private final Map<Trial.End, Long> ends = new TreeMap<>();
    private final Map<String, Long> sources = new TreeMap<>();
    private final Numbers latencies = new Numbers();
    private final Numbers entropyTrials = new Numbers();
    private final Numbers entropies = new Numbers();
    private long missed;
    private double expected;
    private double realised;
    private double lastSeconds;
    private List<String> warnings = List.of();

    SessionFacts(Session session) {
        this.session = session;
        oneDimension = session.spec().dimensions().size() == 1;
        for (int n = 0; n < Math.min(MOST_SHOWN, session.neurons().size()); n++) {
            responses.add(new Numbers());
        }
    }

    @Override
    public void trial(Trial trial) {
        ends.merge(trial.end(), 1L, Long::sum);
        sources.merge(trial.decision().getSource().name(), 1L, Long::sum);
        latencies.add(trial.latencySeconds());
        missed += trial.missed() ? 1 : 0;
        lastSeconds = Double.isNaN(trial.stopSeconds()) ? trial.startSeconds() : trial.stopSeconds();
        if (!Double.isNaN(trial.entropyNats())) {
            entropyTrials.add((double) trial.number());
            entropies.add(trial.entropyNats());
        }
        if (session.informs() && !Double.isNaN(trial.realisedNats())) {
            expected += trial.decision().getUtility();
            realised += trial.decision().getUtility() == 0 ? 0 : trial.realisedNats();
        }
        if (oneDimension && trial.presented().length == 1) {
            stimuli.add(trial.presented()[0]);
            for (int n = 0; n < responses.size(); n++) {
                responses.get(n).add(n < trial.response().length ? trial.response()[n] : Double.NaN);
            }
        }
    }

    @Override
    public void believed(BeliefPoint point) {
        points.add(point);
    }

    @Override
    public void lastBelief(Belief belief) {
        warnings = belief.warnings();
        boolean curves = oneDimension && (session.responses().kind() != Responses.Kind.CHOICE
                || session.responses().alternatives() == 2);
        for (int unit = 0; unit < Math.min(belief.units(), responses.size()); unit++) {
            neurons.add(new Neuron(session.neurons().get(unit), belief.parameters(unit),
                    curves ? belief.curve(unit, candidates()) : List.of(), stimuli, responses.get(unit)));
        }
    }

    /** In their order, at most so many as a figure can show. */
    private double[][] candidates() {
        double[][] sorted = session.spec().candidates().clone();
        Arrays.sort(sorted, Comparator.comparingDouble(stimulus -> stimulus[0]));
        double[][] some = new double[Math.min(MOST_STIMULI, sorted.length)][];
        Arrays.setAll(some, i -> sorted[(int) ((long) i * sorted.length / some.length)]);
        return some;
    }

    /** Those that have a figure; none where the belief was not told. */
    List<Neuron> neurons() {
        return neurons;
    }

    /** What was believed now and then. */
    List<BeliefPoint> points() {
        return points;
    }

    /** How many trials came to which end. */
    Map<Trial.End, Long> ends() {
        return ends;
    }

    /** How many decisions came from where. */
    Map<String, Long> sources() {
        return sources;
    }

    /** Of every decision, in seconds. */
    Numbers latencies() {
        return latencies;
    }

    /** Commands that left after their deadline. */
    long missed() {
        return missed;
    }

    /** The trials whose entropy is known. */
    Numbers entropyTrials() {
        return entropyTrials;
    }

    /** Entropy of the belief after them, in nats. */
    Numbers entropies() {
        return entropies;
    }

    /** After how many trials the belief was for the first time as narrow as in the end; 0 where that is not known. */
    int trialsToEntropy() {
        for (int i = 0; i < entropies.size(); i++) {
            if (entropies.get(i) <= entropies.get(entropies.size() - 1)) {
                return (int) entropyTrials.get(i);
            }
        }
        return 0;
    }

    /** Information that searches expected in all, in nats. */
    double expectedNats() {
        return expected;
    }

    /** Information that the same trials gave, in nats. */
    double realisedNats() {
        return realised;
    }

    /** When the last trial was over, in seconds since the experiment was created. */
    double lastSeconds() {
        return lastSeconds;
    }

    /** Of the last belief. */
    List<String> warnings() {
        return warnings;
    }

    /** Trials that the belief learned from. */
    long learned() {
        return ends.getOrDefault(Trial.End.LEARNED, 0L) + ends.getOrDefault(Trial.End.IMPLAUSIBLE, 0L);
    }
}
