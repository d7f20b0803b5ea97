package io.stimloop.control.safety;

/** The rules about a display, and the account that they need. Not thread safe. */
final class DisplayPart implements Part {
    private final DisplayOutput output;
    private final VisualLimits limits;
    private final SlidingSums flashes;

    /** @param capacity of the account: most commands within a second */
    DisplayPart(DisplayOutput output, VisualLimits limits, int capacity) {
        this.output = output;
        this.limits = limits;
        flashes = new SlidingSums(1, Units.NANOS_PER_S, capacity);
    }

    @Override
    public void advance(long nanos) {
        flashes.advance(nanos);
    }

    @Override
    public long reasons(double[] stimulus, long nanos, Judge judge) {
        double contrast = output.contrast().of(stimulus);
        long now = flashes(stimulus);
        return judge.atLeast(Rule.CONTRAST, -1, contrast, 0)
                | judge.atMost(Rule.CONTRAST, -1, contrast, limits.maxContrast())
                | judge.atLeast(Rule.FLASH_RATE, -1, (double) now, 0)
                | judge.atMost(Rule.FLASH_RATE, -1, flashes.sum(0) + (double) now,
                        limits.maxFlashesPerSecond())
                | judge.atMost(Rule.LEDGER, -1, flashes.used() + (now > 0 ? 1 : 0), flashes.capacity());
    }

    @Override
    public void read(long nanos, Meter meter) {
        meter.read(Rule.FLASH_RATE, -1, (double) flashes.sum(0), limits.maxFlashesPerSecond());
    }

    private long flashes(double[] stimulus) {
        return output.contrast().of(stimulus) >= limits.flashContrast()
                ? Math.round(output.flashes().of(stimulus))
                : 0;
    }

    @Override
    public void commit(double[] stimulus, long nanos) {
        long now = flashes(stimulus);
        if (now > 0) {
            flashes.add(0, nanos, now);
        }
    }
}
