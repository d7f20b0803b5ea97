package io.stimloop.rig.neurons.simulated;

import io.stimloop.rig.neurons.Neuron;
import io.stimloop.rig.neurons.Streams;
import java.util.Arrays;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * A neuron whose truth is a tuning curve and its {@link Realism}. The same curve, realism, seed and stimuli
 * give the same counts and latencies. Not thread safe.
 */
public final class SimulatedNeuron implements Neuron {
    /** What a trial's random streams are told apart by. */
    private enum Purpose {
        GAIN(1),
        DRIFT(2),
        SPIKES(3),
        DETECTION(4),
        LATENCY(5);

        private final long key;

        Purpose(long key) {
            this.key = key;
        }
    }

    /** A walk has no bound of its own; beyond a factor of a thousand no cell would be recorded any more. */
    private static final double LARGEST_LOG_GAIN = StrictMath.log(1000);

    private final TuningCurve curve;
    private final Realism realism;
    private final long seed;
    private long trial;
    private double logGain;
    private double shift;
    private long latencyNanos;

    /**
     * Makes a neuron that has answered nothing yet.
     *
     * @throws IllegalArgumentException if the curve expects more spikes than the spike process can give
     */
    public SimulatedNeuron(TuningCurve curve, Realism realism, long seed) {
        double limit = realism.spikes().largestExpectedCount();
        Checks.require(curve.largestExpectedCount() <= limit, "peak of the tuning curve",
                curve.largestExpectedCount(), "at most " + limit
                        + " spikes per trial: lower baseline or amplitude, or shorten the refractory period");
        this.curve = curve;
        this.realism = realism;
        this.seed = seed;
    }

    @Override
    public int respond(double[] stimulus) {
        double tuned = expectedCount(stimulus);
        trial++;
        double gain = StrictMath.exp(logGain) * realism.gain().draw(stream(Purpose.GAIN));
        int spikes = realism.spikes().draw(gain * tuned, stream(Purpose.SPIKES));
        int seen = realism.detection().draw(spikes, stream(Purpose.DETECTION));
        latencyNanos = realism.latency().draw(stream(Purpose.LATENCY));
        stepDrift();
        return Math.min(seen, LARGEST_COUNT);
    }

    @Override
    public long latencyNanos() {
        return latencyNanos;
    }

    /**
     * The parameters of the expected recorded count in the coming trial, by the names of the wire contract's
     * spec: the curve's own, moved by the drift so far and by missed and false spikes, and {@code dispersion},
     * the variance of the gain fluctuation.
     */
    public Map<String, Double> truth() {
        Detection detection = realism.detection();
        double gain = StrictMath.exp(logGain) * (1 - detection.missProbability());
        Map<String, Double> truth = curve.transformed(gain, detection.falseSpikes(), shift).parameters();
        truth.put("dispersion", realism.gain().variance());
        return truth;
    }

    private double expectedCount(double[] stimulus) {
        if (stimulus.length == 0) {
            return curve.baseline();
        }
        if (stimulus.length > 1 || !Double.isFinite(stimulus[0])) {
            throw new IllegalArgumentException("stimulus: is " + Arrays.toString(stimulus)
                    + ", must be one finite value, or empty for a blank trial");
        }
        return curve.expectedCount(stimulus[0] - shift);
    }

    private void stepDrift() {
        var normal = ZigguratSampler.NormalizedGaussian.of(stream(Purpose.DRIFT));
        double drifted = logGain + realism.drift().logGainSd() * normal.sample();
        logGain = Math.clamp(drifted, -LARGEST_LOG_GAIN, LARGEST_LOG_GAIN);
        shift += realism.drift().preferredSd() * normal.sample();
    }

    private UniformRandomProvider stream(Purpose purpose) {
        return Streams.stream(seed, trial, purpose.key);
    }
}
