package io.stimloop.checks.envelope;

import io.stimloop.control.safety.Rule;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The rules about when anything is on.
 *
 * @param setup  of the session
 * @param atOnce outputs that the account has room for at once
 */
record TrainOracle(Setup setup, int atOnce) {
    private static final long SECOND = 1_000_000_000L;

    /** The pulses of a command, where it drives what is asked about. */
    interface Driven extends Function<Given, @Nullable Pulses> {}

    /** Of all outputs together: no overlap, and room in the account of every window. */
    void judge(int on, long nanos, List<Given> history, Driven driven, ToIntFunction<double[]> lit,
            Findings findings) {
        boolean free = true;
        int recent = on;
        int withinDuty = on;
        int withinEnergy = on;
        for (Given given : history) {
            Pulses pulses = driven.apply(given);
            if (pulses != null) {
                long end = given.nanos() + pulses.train();
                int entries = lit.applyAsInt(given.stimulus());
                free &= end <= nanos;
                recent += end + SECOND > nanos ? entries : 0;
                withinDuty += end + setup.dutyWindowS * SECOND > nanos ? entries : 0;
                withinEnergy += end + otherWindowS() * SECOND > nanos ? entries : 0;
            }
        }
        int room = setup.commands * atOnce;
        findings.require(Rule.OVERLAP, free);
        findings.require(Rule.LEDGER, recent <= room && withinDuty <= room && withinEnergy <= room);
    }

    /** Of energy or of charge. */
    private double otherWindowS() {
        return setup.light ? setup.windowS : setup.netWindowS;
    }

    /** Of one output that is on. */
    static void judgeSite(Setup setup, Pulses pulses, long nanos, List<Given> history, Driven driven,
            Findings findings) {
        double dutyNanos = setup.dutyWindowS * SECOND;
        long on = pulses.pulse() * pulses.count();
        int trains = 1;
        boolean rested = true;
        for (Given given : history) {
            Pulses past = driven.apply(given);
            if (past != null) {
                long end = given.nanos() + past.train();
                on += end + dutyNanos > nanos ? past.pulse() * past.count() : 0;
                trains += end + SECOND > nanos ? 1 : 0;
                rested &= nanos >= end + (long) Math.ceil(setup.restMs * 1e6)
                        && nanos >= end + (long) Math.ceil(setup.restPerTrain * past.train());
            }
        }
        findings.require(Rule.REFRACTORY, rested);
        findings.require(Rule.RATE, trains <= setup.trainsPerS);
        findings.require(Rule.DUTY, on <= setup.duty * dutyNanos);
    }
}
