package io.stimloop.checks.envelope;

import io.stimloop.control.safety.Rule;
import java.util.List;

/**
 * The estimate of warming as a sum over every pulse that was ever given, each of which has cooled since it ended; looked at
 * at the beginning and the end of every pulse of the proposal.
 *
 * @param setup of the session
 */
record WarmthOracle(Setup setup) {
    void judge(double[] stimulus, Pulses pulses, long nanos, List<Given> history, Findings findings) {
        for (int target = 0; target < Setup.TARGETS; target++) {
            if (stimulus[target] != 0) {
                judge(Rule.HEATING, setup.rise, stimulus, pulses, nanos, history, target, findings);
            }
        }
        judge(Rule.TOTAL_HEATING, setup.totalRise, stimulus, pulses, nanos, history, Setup.TARGETS, findings);
    }

    private void judge(Rule rule, double limit, double[] stimulus, Pulses pulses, long nanos,
            List<Given> history, int target, Findings findings) {
        if (uncooled(stimulus, pulses, history, target) < limit / 2) {
            return;
        }
        double rise = greatest(setup.fastPerMw, setup.fastS, stimulus, pulses, nanos, history, target)
                + greatest(setup.slowPerMw, setup.slowS, stimulus, pulses, nanos, history, target);
        findings.atMost(rule, rise, limit);
    }

    /** What it came to if nothing ever cooled: never less. */
    private double uncooled(double[] stimulus, Pulses pulses, List<Given> history, int target) {
        double perMw = setup.fastPerMw + setup.slowPerMw;
        double sum = perMw * powerMw(stimulus, target) * pulses.count();
        for (Given given : history) {
            Pulses past = given.light(target);
            sum += past == null ? 0 : perMw * powerMw(given.stimulus(), target) * past.count();
        }
        return sum;
    }

    private static double powerMw(double[] stimulus, int target) {
        return target == Setup.TARGETS ? LightOracle.totalMw(stimulus) : stimulus[target];
    }

    private double greatest(double perMw, double tauS, double[] stimulus, Pulses pulses, long nanos,
            List<Given> history, int target) {
        double powerMw = powerMw(stimulus, target);
        double greatest = 0;
        for (long pulse = 0; pulse < pulses.count(); pulse++) {
            long begins = nanos + pulse * pulses.period();
            long ends = begins + pulses.pulse();
            double before = past(perMw, tauS, begins, history, target)
                    + train(perMw * powerMw, tauS, pulses, nanos, pulse, begins);
            double after = past(perMw, tauS, ends, history, target)
                    + train(perMw * powerMw, tauS, pulses, nanos, pulse + 1, ends);
            greatest = Math.max(greatest, Math.max(before, after));
        }
        return greatest;
    }

    private double past(double perMw, double tauS, long at, List<Given> history, int target) {
        double sum = 0;
        for (Given given : history) {
            Pulses pulses = given.light(target);
            if (pulses != null) {
                sum += train(perMw * powerMw(given.stimulus(), target), tauS, pulses, given.nanos(),
                        pulses.count(), at);
            }
        }
        return sum;
    }

    /** What is left of the first pulses of a train. */
    private static double train(double celsius, double tauS, Pulses pulses, long begins, long count,
            long at) {
        double sum = 0;
        for (long pulse = 0; pulse < count; pulse++) {
            long ended = begins + pulse * pulses.period() + pulses.pulse();
            sum += celsius * -StrictMath.expm1(-pulses.pulse() / (tauS * 1e9))
                    * StrictMath.exp(-(at - ended) / (tauS * 1e9));
        }
        return sum;
    }
}
