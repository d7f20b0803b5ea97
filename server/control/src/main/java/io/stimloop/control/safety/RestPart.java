package io.stimloop.control.safety;

/**
 * The rule of a spec about how long a target rests after the command that lit it last, whatever planned the next. Not
 * thread safe.
 */
final class RestPart implements Part {
    private final long[] refractoryNanos;
    private final long[] freeAtNanos;

    /** @param refractoryNanos by target, from 0 */
    RestPart(long[] refractoryNanos) {
        this.refractoryNanos = refractoryNanos.clone();
        freeAtNanos = new long[refractoryNanos.length];
    }

    @Override
    public void advance(long nanos) {}

    @Override
    public long reasons(double[] stimulus, long nanos, Judge judge) {
        long reasons = 0;
        for (int target = 0; target < freeAtNanos.length; target++) {
            if (stimulus[target] != 0) {
                reasons |= judge.atMost(Rule.REFRACTORY, target,
                        (freeAtNanos[target] - nanos) / Units.NANOS_PER_MS, 0);
            }
        }
        return reasons;
    }

    @Override
    public void commit(double[] stimulus, long nanos) {
        for (int target = 0; target < freeAtNanos.length; target++) {
            if (stimulus[target] != 0) {
                freeAtNanos[target] = nanos + refractoryNanos[target];
            }
        }
    }
}
