package io.stimloop.checks.envelope;

import io.stimloop.checks.envelope.Setup.Dimension;
import io.stimloop.control.safety.Rule;
import java.util.List;

/**
 * The rules about current, each computed anew from everything that was given.
 *
 * @param setup of the session
 */
record CurrentOracle(Setup setup) {
    private static final int[] ELECTRODES = {Dimension.CURRENT_A.place(), Dimension.CURRENT_B.place()};
    private static final double FC_PER_NC = 1e6;

    void judge(double[] stimulus, long nanos, List<Given> history, Findings findings) {
        if (on(stimulus) == 0) {
            return;
        }
        Pulses pulses = pulses(stimulus);
        if (!pulses.judge(setup, findings)) {
            return;
        }
        findings.require(Rule.AT_ONCE, on(stimulus) <= setup.atOnce);
        new TrainOracle(setup, Setup.ELECTRODES).judge(on(stimulus), nanos, history,
                Given::current, CurrentOracle::on,
                findings);
        for (int electrode : ELECTRODES) {
            if (stimulus[electrode] != 0) {
                TrainOracle.judgeSite(setup, pulses, nanos, history, given -> given.current(electrode),
                        findings);
                charge(stimulus, electrode, findings);
                net(stimulus, pulses, nanos, history, electrode, findings);
            }
        }
    }

    static int on(double[] stimulus) {
        int on = 0;
        for (int electrode : ELECTRODES) {
            on += stimulus[electrode] == 0 ? 0 : 1;
        }
        return on;
    }

    private static long phaseNanos(double[] stimulus) {
        return Pulses.nanos(stimulus[Dimension.PHASE_US.place()] * 1e3);
    }

    static Pulses pulses(double[] stimulus) {
        return Pulses.of(phaseNanos(stimulus) + phaseNanos(stimulus), stimulus[Dimension.CYCLES.place()],
                stimulus[Dimension.CYCLE_HZ.place()]);
    }

    private static long chargeFc(double[] stimulus, int electrode) {
        return Pulses.amount(Math.abs(stimulus[electrode]), phaseNanos(stimulus));
    }

    private static long leftFc(double[] stimulus, int electrode) {
        return Pulses.amount(Math.abs(1 - stimulus[Dimension.RECOVERY.place()]),
                chargeFc(stimulus, electrode));
    }

    private void charge(double[] stimulus, int electrode, Findings findings) {
        long fc = chargeFc(stimulus, electrode);
        double uc = fc / 1e9;
        double cm2 = setup.areaUm2 / 1e8;
        findings.require(Rule.CURRENT, Math.abs(stimulus[electrode]) <= setup.currentUa);
        findings.atMost(Rule.PHASE_CHARGE, (double) fc, setup.phaseNc * FC_PER_NC);
        findings.atMost(Rule.CHARGE_DENSITY, uc / cm2, setup.density);
        findings.atMost(Rule.SHANNON, StrictMath.log10(uc / cm2) + StrictMath.log10(uc), setup.shannonK);
        if (setup.areaUm2 < setup.microUm2) {
            findings.atMost(Rule.MICRO_CHARGE, (double) fc, setup.microNc * FC_PER_NC);
        }
        findings.atMost(Rule.PULSE_BALANCE, (double) leftFc(stimulus, electrode),
                Math.max(setup.imbalance * fc, setup.imbalanceNc * FC_PER_NC));
    }

    private void net(double[] stimulus, Pulses pulses, long nanos, List<Given> history, int electrode,
            Findings findings) {
        long sum = leftFc(stimulus, electrode) * pulses.count();
        for (Given given : history) {
            Pulses past = given.current(electrode);
            if (past != null && given.nanos() + past.train() + setup.netWindowS * 1e9 > nanos) {
                sum += leftFc(given.stimulus(), electrode) * past.count();
            }
        }
        findings.require(Rule.NET_CHARGE, sum <= setup.netNc * FC_PER_NC);
    }
}
