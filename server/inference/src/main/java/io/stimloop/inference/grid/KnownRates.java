package io.stimloop.inference.grid;

import io.stimloop.inference.response.NoiseFamily;
import io.stimloop.inference.response.TuningCurve;
import io.stimloop.numerics.kernel.RateBlock;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The expected counts of the whole grid, and their logarithms, for the stimuli that will be presented again
 * and again: learning from one of them needs no logarithm. Kept only where it is small. Immutable; shared by
 * a belief and its copies.
 */
final class KnownRates {
    static final KnownRates NONE = new KnownRates(new double[0], new RateBlock[0]);

    private static final long MOST_BYTES = 16 << 20;

    private final double[] stimuli;
    private final RateBlock[] blocks;

    private KnownRates(double[] stimuli, RateBlock[] blocks) {
        this.stimuli = stimuli;
        this.blocks = blocks;
    }

    /** For these stimuli, one row each; {@link #NONE} where that is no gain or too much memory. */
    static KnownRates of(TuningCurveGrid grid, double[][] candidates) {
        if (bytes(grid.curve(), candidates.length) == 0) {
            return NONE;
        }
        double[] stimuli = Arrays.stream(candidates).mapToDouble(TuningCurveGrid::value).sorted().distinct()
                .toArray();
        RateBlock[] blocks = new RateBlock[stimuli.length];
        double[] gains = new double[grid.curve().profileSize()];
        for (int s = 0; s < stimuli.length; s++) {
            grid.curve().profile(stimuli[s], gains, 0);
            double[] drives = new double[grid.layout().rows()];
            Arrays.setAll(drives, row -> grid.drive(row, gains));
            blocks[s] = new RateBlock(grid.offsets(), drives);
            blocks[s].fill(1);
        }
        return new KnownRates(stimuli, blocks);
    }

    /** What it takes for so many stimuli; 0 where it is not kept. Other noise needs other logarithms too. */
    static long bytes(TuningCurve curve, int candidates) {
        GridLayout layout = TuningCurveGrid.layoutOf(curve);
        long bytes = candidates
                * (RateBlock.bytes(layout.stride(), layout.rows()) + (long) Double.BYTES * layout.rows());
        return curve.noise() == NoiseFamily.POISSON && bytes <= MOST_BYTES ? bytes : 0;
    }

    /** Those of a stimulus; null when it is none of the known. */
    @Nullable
    RateBlock find(double stimulus) {
        int at = Arrays.binarySearch(stimuli, stimulus);
        return at < 0 ? null : blocks[at];
    }
}
