package io.stimloop.checks.envelope;

import io.stimloop.checks.envelope.Setup.Dimension;
import io.stimloop.control.safety.Rule;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/** Draws proposals for a session: most of them possible, many of them exactly at a limit. */
final class Proposals {
    private static final double[] BLANK = {};
    private static final double[] PULSES_MS = {1, 2, 5, 10, 5.000001};
    private static final double[] COUNTS = {1, 1, 1, 2, 3};
    private static final double[] RATES_HZ = {10, 20, 25, 50, 20.25};
    private static final double[] CURRENTS_UA = {1, 5, 10, 20, 40, 50, 50.5, 100};
    private static final double[] PHASES_US = {50, 100, 200, 250, 400};
    private static final double[] RECOVERIES = {1, 1, 0.9921875, 0.99, 0.984375, 1.25, 0.5, 0.9};
    private static final double[] CONTRASTS = {0, 0.05, 0.1, 0.5, 0.51, 1};
    private static final double[] FLASHES = {1, 1, 2, 3, 0};
    /** Of small numbers: quarters. */
    private static final int QUARTERS = 41;

    private final Setup setup;
    private final Rule about;
    private final UniformRandomProvider random;

    /** @param about the rule that the session is about */
    Proposals(Setup setup, Rule about, UniformRandomProvider random) {
        this.setup = setup;
        this.about = about;
        this.random = random;
    }

    /** The next stimulus. */
    double[] stimulus() {
        if (random.nextInt(128) == 0) {
            return BLANK;
        }
        double[] stimulus = new double[length()];
        for (int target = 0; target < Math.min(Setup.TARGETS, stimulus.length); target++) {
            stimulus[target] = setup.light && random.nextBoolean() ? random.nextInt(QUARTERS) / 4.0 : 0;
        }
        if (stimulus.length == Setup.DIMENSIONS) {
            pulses(stimulus);
            currents(stimulus);
            others(stimulus);
        }
        spoil(stimulus);
        return stimulus;
    }

    /** Seldom the wrong number of values, often where that is what it is about. */
    private int length() {
        boolean wrong = random.nextInt(about == Rule.SHAPE ? 4 : 4096) == 0;
        return setup.dimensions() + (wrong ? random.nextInt(3) - 1 : 0);
    }

    private double one(double[] values) {
        return values[random.nextInt(values.length)];
    }

    private void pulses(double[] stimulus) {
        stimulus[Dimension.PULSE_MS.place()] = one(PULSES_MS);
        stimulus[Dimension.PULSES.place()] = one(COUNTS);
        stimulus[Dimension.RATE_HZ.place()] = about == Rule.PULSE_OVERLAP ? 4 * one(RATES_HZ) : one(RATES_HZ);
    }

    private void currents(double[] stimulus) {
        for (Dimension electrode : List.of(Dimension.CURRENT_A, Dimension.CURRENT_B)) {
            double sign = random.nextBoolean() ? 1 : -1;
            stimulus[electrode.place()] = setup.current && random.nextBoolean() ? sign * one(CURRENTS_UA) : 0;
        }
        stimulus[Dimension.PHASE_US.place()] = one(PHASES_US);
        stimulus[Dimension.CYCLES.place()] = one(COUNTS);
        stimulus[Dimension.CYCLE_HZ.place()] = about == Rule.PULSE_OVERLAP
                ? 64 * one(RATES_HZ)
                : one(RATES_HZ);
        stimulus[Dimension.RECOVERY.place()] = one(RECOVERIES);
    }

    private void others(double[] stimulus) {
        stimulus[Dimension.CONTRAST.place()] = one(CONTRASTS);
        stimulus[Dimension.FLASHES.place()] = one(FLASHES);
        stimulus[Dimension.X.place()] = random.nextInt(QUARTERS) / 4.0 - 3;
        stimulus[Dimension.ANGLE.place()] = 0.25 * random.nextInt((int) (4 * Setup.PERIOD));
    }

    /** Now and then one value that is at the edge of what a number can be. */
    private void spoil(double[] stimulus) {
        if (stimulus.length == 0 || random.nextInt(64) != 0) {
            return;
        }
        int place = random.nextInt(stimulus.length);
        stimulus[place] = switch (random.nextInt(about == Rule.SHAPE ? 8 : 6)) {
            case 0 -> Math.nextUp(stimulus[place]);
            case 1 -> Math.nextDown(stimulus[place]);
            case 2, 3 -> 0;
            case 4 -> -stimulus[place];
            case 5 -> -0.0;
            case 6 -> Double.NaN;
            default -> Double.POSITIVE_INFINITY;
        };
    }

    /** When it comes: a while after the one before, or exactly when something that was given ceases to count. */
    long after(long nanos, List<Given> history) {
        if (about == Rule.CLOCK && random.nextInt(4) == 0) {
            return nanos - 1 - random.nextInt(1000);
        }
        if (history.isEmpty()) {
            return nanos + random.nextInt(1000);
        }
        if (random.nextInt(4) == 0) {
            long boundary = boundary(history.get(random.nextInt(history.size())));
            if (boundary >= nanos) {
                return boundary;
            }
        }
        long end = history.getLast().ends();
        long from = random.nextInt(about == Rule.OVERLAP ? 2 : 32) == 0 ? nanos : Math.max(nanos, end);
        return from + step();
    }

    private long step() {
        return switch (random.nextInt(6)) {
            case 0, 1 -> 0;
            case 2 -> random.nextInt(1_000_000);
            case 3 -> random.nextInt(50_000_000);
            case 4 -> random.nextInt(500_000_000);
            default -> random.nextInt(2_000_000_000);
        };
    }

    private long boundary(Given given) {
        double windowS = switch (random.nextInt(5)) {
            case 0 -> 1;
            case 1 -> setup.dutyWindowS;
            case 2 -> setup.windowS;
            case 3 -> setup.restMs / 1000;
            default -> 0;
        };
        long begins = about == Rule.FLASH_RATE ? given.nanos() : given.ends();
        return begins + (long) (windowS * 1e9) - random.nextInt(2);
    }
}
