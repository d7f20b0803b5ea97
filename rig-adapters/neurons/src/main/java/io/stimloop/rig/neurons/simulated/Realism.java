package io.stimloop.rig.neurons.simulated;

/**
 * What makes a simulated neuron differ from a Poisson process about its tuning curve. Every part may be
 * combined with every other.
 *
 * @param gain      gain drawn anew for each trial
 * @param drift     slow change of gain and preferred stimulus
 * @param spikes    scatter of the spikes of a trial
 * @param detection missed and false spikes
 * @param latency   of the response
 */
public record Realism(GainFluctuation gain, Drift drift, SpikeProcess spikes, Detection detection,
        Latency latency) {
    /** All off: exactly Poisson, answered at once. */
    public static final Realism NONE = new Realism(GainFluctuation.NONE, Drift.NONE, new PoissonProcess(),
            Detection.PERFECT, Latency.NONE);

    /** The same with this gain fluctuation. */
    public Realism with(GainFluctuation other) {
        return new Realism(other, drift, spikes, detection, latency);
    }

    /** The same with this drift. */
    public Realism with(Drift other) {
        return new Realism(gain, other, spikes, detection, latency);
    }

    /** The same with this spike process. */
    public Realism with(SpikeProcess other) {
        return new Realism(gain, drift, other, detection, latency);
    }

    /** The same with these detection errors. */
    public Realism with(Detection other) {
        return new Realism(gain, drift, spikes, other, latency);
    }

    /** The same with this latency. */
    public Realism with(Latency other) {
        return new Realism(gain, drift, spikes, detection, other);
    }
}
