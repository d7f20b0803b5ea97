package io.stimloop.rig.guard;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Charge that the pulses of an electrode leave: by each pulse, and within any window, all counted as of one sign. Keeps at
 * most {@value #MOST_KEPT} commands; while so many are within the window, no more is let out.
 */
public final class ChargeRule implements Rule {
    private static final int MOST_KEPT = 10_000;
    private static final double ROUNDING = 1e-9;
    private static final double PC_PER_NC = 1e3;
    private static final double NANOS_PER_S = 1e9;

    private final int value;
    private final Pulses pulses;
    private final Limits limits;
    private final Deque<Left> window = new ArrayDeque<>();

    /**
     * What a command makes of the current, which is in uA.
     *
     * @param train    of pulses of two phases
     * @param phaseUs  length of a phase, by the stimulus
     * @param recovery charge of the second phase as a fraction of that of the first, likewise
     */
    public record Pulses(Train train, ToDoubleFunction<double[]> phaseUs,
            ToDoubleFunction<double[]> recovery) {}

    /**
     * What may be left; the greater of the first two by each pulse.
     *
     * @param imbalance   as a fraction of the charge of the first phase
     * @param imbalanceNc in nC
     * @param netNc       within the window
     * @param windowNanos above 0
     */
    public record Limits(double imbalance, double imbalanceNc, double netNc, long windowNanos) {}

    private record Left(long endNanos, double nc) {}

    /** Of the electrode whose current is a value. */
    public ChargeRule(int value, Pulses pulses, Limits limits) {
        this.value = value;
        this.pulses = pulses;
        this.limits = limits;
    }

    @Override
    public Optional<String> refusal(double[] stimulus, long nowNanos) {
        double charge = chargeNc(stimulus);
        if (charge == 0) {
            return Optional.empty();
        }
        double left = leftNc(stimulus);
        double allowed = Math.max(limits.imbalance() * charge, limits.imbalanceNc());
        if (!(left <= allowed * (1 + ROUNDING))) {
            return Optional.of("a pulse leaves " + left + " nC; it may leave " + allowed);
        }
        while (!window.isEmpty() && nowNanos - window.getFirst().endNanos() > limits.windowNanos()) {
            window.removeFirst();
        }
        double net = left * pulses.train().count(stimulus)
                + window.stream().mapToDouble(Left::nc).sum();
        return net <= limits.netNc() * (1 + ROUNDING) && window.size() < MOST_KEPT
                ? Optional.empty()
                : Optional.of(net + " nC are left within " + limits.windowNanos() / NANOS_PER_S + " s; "
                        + limits.netNc() + " may be");
    }

    private double chargeNc(double[] stimulus) {
        return Math.abs(stimulus[value]) * pulses.phaseUs().applyAsDouble(stimulus) / PC_PER_NC;
    }

    private double leftNc(double[] stimulus) {
        return chargeNc(stimulus) * Math.abs(1 - pulses.recovery().applyAsDouble(stimulus));
    }

    @Override
    public void note(double[] stimulus, long nowNanos) {
        double left = leftNc(stimulus) * pulses.train().count(stimulus);
        if (left != 0) {
            window.addLast(new Left(nowNanos + pulses.train().lengthNanos(stimulus), left));
        }
    }
}
