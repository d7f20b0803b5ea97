package io.stimloop.rig.guard;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Energy of light within any window, and since the beginning. A command counts until a whole window after it. Keeps at
 * most {@value #MOST_KEPT} commands; while so many are within the window, no more is let out.
 */
public final class EnergyRule implements Rule {
    private static final int MOST_KEPT = 100_000;
    private static final double ROUNDING = 1e-9;

    private final int[] places;
    private final Train train;
    private final long windowNanos;
    private final double mostWindow;
    private final double mostEver;
    private final Deque<Dose> doses = new ArrayDeque<>();
    private double ever;

    private record Dose(long atNanos, double energyMj) {}

    /**
     * Of some values together.
     *
     * @param places      theirs
     * @param train       of a command; its values are in mW, so that mW times s is mJ
     * @param windowNanos above 0
     * @param mostWindow  in mJ; infinite for no limit
     * @param mostEver    in mJ; infinite for no limit
     */
    public EnergyRule(int[] places, Train train, long windowNanos, double mostWindow,
            double mostEver) {
        this.places = places.clone();
        this.train = train;
        this.windowNanos = windowNanos;
        this.mostWindow = mostWindow;
        this.mostEver = mostEver;
    }

    @Override
    public Optional<String> refusal(double[] stimulus, long nowNanos) {
        double more = energy(stimulus);
        if (more == 0) {
            return Optional.empty();
        }
        double withinWindow = recent(nowNanos) + more;
        boolean windowHolds = mostWindow == Double.POSITIVE_INFINITY
                || withinWindow <= mostWindow * (1 + ROUNDING);
        if (!windowHolds || doses.size() >= MOST_KEPT) {
            return Optional.of(withinWindow + " mJ within " + windowNanos / 1e9 + " s; at most " + mostWindow
                    + " may be");
        }
        boolean everHolds = mostEver == Double.POSITIVE_INFINITY || ever + more <= mostEver * (1 + ROUNDING);
        return everHolds
                ? Optional.empty()
                : Optional.of(ever + more + " mJ in all; at most " + mostEver + " may be");
    }

    private double recent(long nowNanos) {
        while (!doses.isEmpty() && nowNanos - doses.getFirst().atNanos() > windowNanos) {
            doses.removeFirst();
        }
        return doses.stream().mapToDouble(Dose::energyMj).sum();
    }

    private double energy(double[] stimulus) {
        double power = 0;
        for (int place : places) {
            power += Math.abs(stimulus[place]);
        }
        return power == 0 ? 0 : power * train.onSeconds(stimulus);
    }

    @Override
    public void note(double[] stimulus, long nowNanos) {
        double more = energy(stimulus);
        if (more != 0) {
            ever += more;
            doses.addLast(new Dose(nowNanos + train.lengthNanos(stimulus), more));
        }
    }
}
