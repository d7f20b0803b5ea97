package io.stimloop.gateway.cli;

import io.stimloop.control.spec.ResolvedSpec;
import io.stimloop.inference.grid.TuningCurveSource;
import io.stimloop.inference.response.ParameterAxis;
import io.stimloop.rig.neurons.simulated.BidirectionalTuning;
import io.stimloop.rig.neurons.simulated.CircularTuning;
import io.stimloop.rig.neurons.simulated.Detection;
import io.stimloop.rig.neurons.simulated.Drift;
import io.stimloop.rig.neurons.simulated.GainFluctuation;
import io.stimloop.rig.neurons.simulated.GaussianTuning;
import io.stimloop.rig.neurons.simulated.Latency;
import io.stimloop.rig.neurons.simulated.PoissonProcess;
import io.stimloop.rig.neurons.simulated.Realism;
import io.stimloop.rig.neurons.simulated.RefractoryProcess;
import io.stimloop.rig.neurons.simulated.SimulatedNeuron;
import io.stimloop.rig.neurons.simulated.SpikeProcess;
import io.stimloop.rig.neurons.simulated.TuningCurve;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/**
 * What a simulated cell is really like. The cell of a tuning curve is a neuron with all its realism; that of any other
 * model is as the spec's simulation says.
 */
final class NeuronOptions {
    private static final double NANOS_PER_MILLI = 1e6;

    @Option(names = "--truth", paramLabel = "NAME=VALUE", description = "A parameter of the cell; may be repeated. For a tuning curve (default: what the experiment's"
            + " simulation says, else the middle of the experiment's values); for other models all of them.")
    private final Map<String, Double> truth = new LinkedHashMap<>();

    @Option(names = "--gain-variance", defaultValue = "0", paramLabel = "V", description = "Variance of a gain drawn anew for each trial (default: ${DEFAULT-VALUE}).")
    private double gainVariance;

    @Option(names = "--drift", defaultValue = "0", paramLabel = "SD", description = "Random walk of the log gain, sd per trial (default: ${DEFAULT-VALUE}).")
    private double logGainDrift;

    @Option(names = "--preferred-drift", defaultValue = "0", paramLabel = "SD", description = "Random walk of the preferred stimulus, sd per trial (default: ${DEFAULT-VALUE}).")
    private double preferredDrift;

    @Option(names = "--refractory", defaultValue = "0", paramLabel = "MS", description = "Absolute refractory period in ms, in trials of 1 s (default: ${DEFAULT-VALUE}).")
    private double refractoryMillis;

    @Option(names = "--missed", defaultValue = "0", paramLabel = "P", description = "Probability that a spike is not seen (default: ${DEFAULT-VALUE}).")
    private double missed;

    @Option(names = "--false-spikes", defaultValue = "0", paramLabel = "N", description = "False spikes per trial, on average (default: ${DEFAULT-VALUE}).")
    private double falseSpikes;

    @Option(names = "--latency", defaultValue = "0", paramLabel = "MS", description = "How long the response takes (default: ${DEFAULT-VALUE}).")
    private double latencyMillis;

    @Option(names = "--jitter", defaultValue = "0", paramLabel = "MS", description = "Mean of what comes on top of the latency at random (default: ${DEFAULT-VALUE}).")
    private double jitterMillis;

    /**
     * The cell.
     *
     * @throws CommandFailure if an option is out of its range, names no parameter of the model or does not suit it
     */
    Subject subject(ResolvedSpec spec, long seed) {
        try {
            return hasTuningCurve(spec)
                    ? new NeuronSubject(new SimulatedNeuron(curve(spec), realism(spec), seed))
                    : new TruthSubject(spec, this::withTruth, seed);
        } catch (IllegalArgumentException wrong) {
            throw CommandFailure.invalidSpec("the simulated cell: " + wrong.getMessage(), wrong);
        }
    }

    private static boolean hasTuningCurve(ResolvedSpec spec) {
        return TuningCurveSource.curveOf(spec.source()).isPresent() && spec.source().responses().units() == 1
                && !spec.original().getSimulation().hasFormula();
    }

    private ResolvedSpec withTruth(ResolvedSpec spec) {
        if (gainVariance != 0 || logGainDrift != 0 || preferredDrift != 0 || refractoryMillis != 0
                || missed != 0
                || falseSpikes != 0 || latencyMillis != 0 || jitterMillis != 0) {
            throw new IllegalArgumentException(
                    "only one neuron with a tuning curve has a variable gain, drift,"
                            + " a refractory period, missed or false spikes and a latency");
        }
        if (!truth.isEmpty()) {
            spec.source().truth(truth);
        }
        return truth.isEmpty() ? spec : spec.simulating(random -> spec.source().truth(truth));
    }

    private static io.stimloop.inference.response.TuningCurve tuningCurve(ResolvedSpec spec) {
        return TuningCurveSource.curveOf(spec.source()).orElseThrow();
    }

    private Realism realism(ResolvedSpec spec) {
        double gain = gainVariance == 0
                ? simulated(spec).getOrDefault("dispersion", 0.0)
                : gainVariance;
        SpikeProcess spikes = refractoryMillis == 0
                ? new PoissonProcess()
                : new RefractoryProcess(refractoryMillis / 1e3, 1);
        return Realism.NONE.with(new GainFluctuation(GainFluctuation.Distribution.GAMMA, gain))
                .with(new Drift(logGainDrift, preferredDrift)).with(spikes)
                .with(new Detection(missed, falseSpikes))
                .with(new Latency(Math.round(latencyMillis * NANOS_PER_MILLI),
                        Math.round(jitterMillis * NANOS_PER_MILLI)));
    }

    private TuningCurve curve(ResolvedSpec spec) {
        Map<String, Double> values = parameters(spec);
        double baseline = value(values, "baseline");
        double amplitude = value(values, "amplitude");
        double preferred = value(values, "preferred");
        double width = value(values, "width");
        double period = tuningCurve(spec).period();
        return switch (tuningCurve(spec).shape()) {
            case GAUSSIAN -> new GaussianTuning(baseline, amplitude, preferred, width);
            case CIRCULAR_GAUSSIAN -> new CircularTuning(baseline, amplitude, preferred, width, period);
            case BIDIRECTIONAL -> new BidirectionalTuning(baseline, amplitude, preferred, width,
                    value(values, "opposite"), period);
        };
    }

    private static double value(Map<String, Double> values, String name) {
        Double value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("no " + name + " among " + values.keySet());
        }
        return value;
    }

    private static Map<String, Double> simulated(ResolvedSpec spec) {
        return spec.original().getSimulation().getParameters().getValuesMap();
    }

    /** The middle of each of the shape's axes, over it what the spec's simulation says, and the options over that. */
    private Map<String, Double> parameters(ResolvedSpec spec) {
        Map<String, Double> values = new LinkedHashMap<>();
        for (ParameterAxis axis : tuningCurve(spec).axes()) {
            if (tuningCurve(spec).shape().parameters().contains(axis.name())) {
                double middle = axis.values()[axis.values().length / 2];
                values.put(axis.name(), simulated(spec).getOrDefault(axis.name(), middle));
            }
        }
        truth.forEach((name, value) -> {
            if (values.put(name, value) == null) {
                throw new IllegalArgumentException(
                        "--truth " + name + ": the shape has no such parameter; it has "
                                + tuningCurve(spec).shape().parameters());
            }
        });
        return values;
    }
}
