package io.stimloop.control.safety;

import java.util.ArrayList;
import java.util.List;

/**
 * What an envelope is made of.
 *
 * @param min        least value of each dimension, allowed itself; finite
 * @param max        greatest value of each dimension, likewise; at least {@code min}
 * @param maxNorm    greatest Euclidean length of a stimulus, above 0; infinite for none. A length that exceeds it by a
 *                   billionth is put down to rounding and allowed
 * @param pattern    of a stimulus that is a pattern of light
 * @param dimensions what the laboratory allows of each dimension
 * @param periods    by dimension: of one that wraps around, the length of a turn; else NaN
 * @param outputs    what the stimulus drives
 * @param limits     of these outputs
 * @param commands   within a window that are accounted; those beyond are refused
 * @param refractoryNanos by target of a pattern of light: from a command that lights it to the next, by the spec; empty for
 *                   none
 */
public record EnvelopeParts(double[] min, double[] max, double maxNorm, LightLimits pattern,
        DimensionLimits[] dimensions, double[] periods, Outputs outputs, Limits limits, int commands,
        long[] refractoryNanos) {
    /** Twenty a second for the whole of a usual window, tenfold. */
    public static final int USUAL_COMMANDS = 2048;

    private static final int MOST_ENTRIES = 1 << 16;

    /**
     * An envelope that has admitted nothing yet.
     *
     * @param reserve of the doses, {@link Outputs#doses} of them
     * @throws IllegalArgumentException if the lengths differ or a range is empty or not finite
     */
    public SafetyEnvelope envelope(DoseReserve reserve) {
        List<Part> parts = new ArrayList<>();
        if (anyDimensionLimited()) {
            parts.add(new DimensionPart(dimensions, periods));
        }
        if (anyRests()) {
            parts.add(new RestPart(refractoryNanos));
        }
        outputs.light().ifPresent(
                light -> parts.add(new LightPart(light, limits.optical(), lightEntries(), reserve)));
        outputs.current().ifPresent(current -> parts.add(new CurrentPart(current, limits.electrical(),
                entries(current.electrodes().size()))));
        outputs.display()
                .ifPresent(display -> parts.add(new DisplayPart(display, limits.visual(), commands)));
        return new SafetyEnvelope(new StimulusLimits(min, max, maxNorm, pattern), parts.toArray(Part[]::new));
    }

    /** What the envelope's accounts need, in bytes. */
    public long bytesNeeded() {
        return outputs.light().map(light -> LightPart.bytesNeeded(light.targets(), lightEntries())).orElse(0L)
                + outputs.current().map(current -> CurrentPart.bytesNeeded(current.electrodes().size(),
                        entries(current.electrodes().size()))).orElse(0L)
                + outputs.display().map(display -> SlidingSums.bytesNeeded(1, commands)).orElse(0L);
    }

    private int lightEntries() {
        int targets = outputs.light().orElseThrow().targets();
        return entries((int) Math.min(Math.min(targets, pattern.mostOn()), limits.optical().maxAtOnce()));
    }

    /** @param atOnce outputs on at once */
    private int entries(int atOnce) {
        return Math.min(MOST_ENTRIES, commands * Math.max(1, atOnce));
    }

    private boolean anyRests() {
        for (long rest : refractoryNanos) {
            if (rest > 0) {
                return true;
            }
        }
        return false;
    }

    private boolean anyDimensionLimited() {
        for (DimensionLimits dimension : dimensions) {
            if (dimension.any()) {
                return true;
            }
        }
        return false;
    }
}
