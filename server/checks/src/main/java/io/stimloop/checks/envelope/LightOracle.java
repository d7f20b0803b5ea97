package io.stimloop.checks.envelope;

import io.stimloop.control.safety.DoseReserve;
import io.stimloop.control.safety.Rule;
import java.util.List;

/** The rules about light, each computed anew from everything that was given. */
final class LightOracle {
    private static final double PJ_PER_MJ = 1e9;

    private final Setup setup;
    private final DoseReserve reserve;
    private final WarmthOracle warmth;

    LightOracle(Setup setup, DoseReserve reserve) {
        this.setup = setup;
        this.reserve = reserve;
        warmth = new WarmthOracle(setup);
    }

    static boolean on(double[] stimulus) {
        for (int target = 0; target < Setup.TARGETS; target++) {
            if (stimulus[target] != 0) {
                return true;
            }
        }
        return false;
    }

    static Pulses pulses(Setup setup, double[] stimulus) {
        return setup.pattern
                ? Pulses.of(10_000_000, 1, 1)
                : Pulses.of(Pulses.nanos(stimulus[Setup.Dimension.PULSE_MS.place()] * 1e6),
                        stimulus[Setup.Dimension.PULSES.place()],
                        stimulus[Setup.Dimension.RATE_HZ.place()]);
    }

    static double totalMw(double[] stimulus) {
        double total = 0;
        for (int target = 0; target < Setup.TARGETS; target++) {
            total += stimulus[target];
        }
        return total;
    }

    void judge(double[] stimulus, long nanos, List<Given> history, Findings findings) {
        if (!on(stimulus)) {
            return;
        }
        boolean negative = false;
        for (int target = 0; target < Setup.TARGETS; target++) {
            negative |= stimulus[target] < 0;
        }
        findings.require(Rule.TARGET_POWER, !negative);
        Pulses pulses = pulses(setup, stimulus);
        if (!pulses.judge(setup, findings) || negative) {
            return;
        }
        int on = pattern(stimulus, pulses, findings);
        change(stimulus, history, findings);
        new TrainOracle(setup, Math.max(1, (int) Math.min(targetsAtOnce(), setup.atOnce))).judge(on,
                nanos, history, Given::light,
                LightOracle::lit, findings);
        for (int target = 0; target < Setup.TARGETS; target++) {
            if (stimulus[target] != 0) {
                int place = target;
                TrainOracle.judgeSite(setup, pulses, nanos, history,
                        given -> given.light(place), findings);
                energy(stimulus, pulses, nanos, history, target, findings);
            }
        }
        energy(stimulus, pulses, nanos, history, Setup.TARGETS, findings);
        warmth.judge(stimulus, pulses, nanos, history, findings);
    }

    private int targetsAtOnce() {
        return setup.pattern ? Math.min(Setup.TARGETS, setup.patternOn) : Setup.TARGETS;
    }

    private static int lit(double[] stimulus) {
        int on = 0;
        for (int target = 0; target < Setup.TARGETS; target++) {
            on += stimulus[target] == 0 ? 0 : 1;
        }
        return on;
    }

    private int pattern(double[] stimulus, Pulses pulses, Findings findings) {
        double mm2 = Math.PI * Math.pow(setup.fibreUm / 1000 / 2, 2);
        double tip = pulses.pulse() <= setup.briefMs * 1e6 ? setup.briefTip : setup.tip;
        for (int target = 0; target < Setup.TARGETS; target++) {
            findings.require(Rule.TARGET_POWER, stimulus[target] <= setup.targetMw);
            if (setup.fibreUm > 0) {
                findings.atMost(Rule.IRRADIANCE, stimulus[target] / mm2, tip);
            }
            for (int other = 0; other < Setup.TARGETS; other++) {
                if (other != target && stimulus[target] != 0 && stimulus[other] != 0) {
                    findings.atMost(Rule.SPACING, -Math.hypot(setup.xUm[target] - setup.xUm[other],
                            setup.yUm[target] - setup.yUm[other]), -setup.spacingUm);
                }
            }
        }
        findings.require(Rule.AT_ONCE, lit(stimulus) <= setup.atOnce);
        findings.atMost(Rule.TOTAL_POWER, totalMw(stimulus), setup.totalMw);
        return lit(stimulus);
    }

    private void change(double[] stimulus, List<Given> history, Findings findings) {
        double[] before = null;
        for (Given given : history) {
            before = given.light() != null ? given.stimulus() : before;
        }
        if (!setup.shared || before == null) {
            return;
        }
        for (int target = 0; target < Setup.TARGETS; target++) {
            findings.atMost(Rule.SPOT_CHANGE, stimulus[target] / totalMw(stimulus) * totalMw(before),
                    setup.spotMw);
            findings.atMost(Rule.SPOT_CHANGE, before[target] / totalMw(before) * totalMw(stimulus),
                    setup.spotMw);
        }
    }

    /** Of a target, or after the last of all together. */
    private void energy(double[] stimulus, Pulses pulses, long nanos, List<Given> history, int target,
            Findings findings) {
        boolean all = target == Setup.TARGETS;
        long now = amount(stimulus, pulses, target);
        long window = now;
        long experiment = now;
        for (Given given : history) {
            Pulses then = given.light(target);
            if (then != null) {
                long amount = amount(given.stimulus(), then, target);
                experiment += amount;
                window += given.nanos() + then.train() + setup.windowS * 1e9 > nanos ? amount : 0;
            }
        }
        double most = (all ? setup.totalExperimentMj : setup.experimentMj) * PJ_PER_MJ;
        findings.require(all ? Rule.TOTAL_WINDOW_ENERGY : Rule.WINDOW_ENERGY,
                window <= (all ? setup.totalWindowMj : setup.windowMj) * PJ_PER_MJ);
        findings.require(all ? Rule.TOTAL_EXPERIMENT_ENERGY : Rule.EXPERIMENT_ENERGY, experiment <= most);
        findings.require(Rule.DOSE_RESERVE,
                Math.min((double) experiment, most) <= reserve.grantedPicojoules(target));
    }

    private static long amount(double[] stimulus, Pulses pulses, int target) {
        return Pulses.amount(target == Setup.TARGETS ? totalMw(stimulus) : stimulus[target],
                pulses.count() * pulses.pulse());
    }
}
