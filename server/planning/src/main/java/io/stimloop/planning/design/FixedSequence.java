package io.stimloop.planning.design;

/** The stimuli listed, in their order, from the first again after the last. */
public final class FixedSequence implements Design {
    private final double[][] stimuli;

    /** @param stimuli one row per stimulus, at least one; an empty row is a blank; copied */
    public FixedSequence(double[][] stimuli) {
        this.stimuli = StimulusTable.copyOf(stimuli);
    }

    @Override
    public double[] stimulus(long position) {
        return stimuli[Math.floorMod(position, stimuli.length)];
    }

    @Override
    public int size() {
        return stimuli.length;
    }
}
