package io.stimloop.checks.envelope;

import io.stimloop.control.safety.DoseReserve;
import io.stimloop.control.safety.Rule;
import java.util.ArrayList;
import java.util.List;

/**
 * Judges proposals by the rules in words: it keeps every command that was given and computes everything anew from all of
 * them each time. Slow and plain on purpose.
 */
final class Oracle {
    private final Setup setup;
    private final Findings findings = new Findings();
    private final List<Given> history = new ArrayList<>();
    private final LightOracle light;
    private final CurrentOracle current;
    private long latestNanos = Long.MIN_VALUE;

    Oracle(Setup setup, DoseReserve reserve) {
        this.setup = setup;
        light = new LightOracle(setup, reserve);
        current = new CurrentOracle(setup);
    }

    /** What a proposal breaks. */
    Findings judge(double[] stimulus, long nanos) {
        findings.clear();
        if (stimulus.length == 0) {
            return findings;
        }
        findings.require(Rule.CLOCK, nanos >= latestNanos);
        findings.require(Rule.SHAPE, finite(stimulus));
        if (findings.broken() != 0) {
            return findings;
        }
        latestNanos = nanos;
        space(stimulus);
        if (setup.named) {
            named(stimulus, nanos);
        }
        if (setup.light) {
            light.judge(stimulus, nanos, history, findings);
        }
        if (setup.current) {
            current.judge(stimulus, nanos, history, findings);
        }
        if (setup.display) {
            display(stimulus, nanos);
        }
        return findings;
    }

    /** A proposal was admitted and is given. */
    void give(double[] stimulus, long nanos) {
        if (stimulus.length > 0) {
            boolean lit = setup.light && LightOracle.on(stimulus);
            boolean driven = setup.current && CurrentOracle.on(stimulus) > 0;
            history.add(new Given(stimulus.clone(), nanos, lit ? LightOracle.pulses(setup, stimulus) : null,
                    driven ? CurrentOracle.pulses(stimulus) : null));
        }
    }

    /** Everything given so far. */
    List<Given> history() {
        return history;
    }

    private boolean finite(double[] stimulus) {
        for (double value : stimulus) {
            if (Double.isNaN(value) || Double.isInfinite(value)) {
                return false;
            }
        }
        return stimulus.length == setup.dimensions();
    }

    private void space(double[] stimulus) {
        double squares = 0;
        for (double value : stimulus) {
            findings.require(Rule.RANGE, !(value < setup.least) && !(value > setup.greatest));
            squares += value * value;
        }
        findings.atMost(Rule.NORM, Math.sqrt(squares), setup.norm * (1 + 1e-9));
        if (setup.pattern) {
            pattern(stimulus);
        }
    }

    private void pattern(double[] stimulus) {
        int on = 0;
        double total = 0;
        for (double value : stimulus) {
            on += value == 0 ? 0 : 1;
            total += value;
            findings.require(Rule.TARGET_POWER, !(value > setup.patternMost));
        }
        findings.require(Rule.AT_ONCE, on <= setup.patternOn);
        findings.atMost(Rule.TOTAL_POWER, total, setup.patternTotal * (1 + 1e-9));
        findings.require(Rule.EXCLUSION, !setup.conflict || stimulus[0] == 0 || stimulus[3] == 0);
    }

    private void named(double[] stimulus, long nanos) {
        double x = stimulus[Setup.Dimension.X.place()];
        findings.require(Rule.RANGE, x >= setup.xMin && x <= setup.xMax);
        if (history.isEmpty()) {
            return;
        }
        Given before = history.getLast();
        double seconds = (nanos - before.nanos()) / 1e9;
        double angle = stimulus[Setup.Dimension.ANGLE.place()]
                - before.stimulus()[Setup.Dimension.ANGLE.place()];
        double turns = Math.abs(angle) / Setup.PERIOD;
        double part = turns - Math.floor(turns);
        slew(Math.min(part, 1 - part) * Setup.PERIOD, setup.anglePerS, seconds);
        slew(Math.abs(x - before.stimulus()[Setup.Dimension.X.place()]), setup.xPerS, seconds);
    }

    private void slew(double change, double perSecond, double seconds) {
        if (perSecond < Double.POSITIVE_INFINITY) {
            findings.atMost(Rule.SLEW, change, perSecond * seconds);
        }
    }

    private void display(double[] stimulus, long nanos) {
        double contrast = stimulus[Setup.Dimension.CONTRAST.place()];
        findings.require(Rule.CONTRAST, contrast >= 0 && contrast <= setup.contrast);
        long flashes = flashes(stimulus);
        long sum = flashes;
        int entries = flashes > 0 ? 1 : 0;
        for (Given given : history) {
            if (given.nanos() > nanos - 1_000_000_000L) {
                sum += flashes(given.stimulus());
                entries += flashes(given.stimulus()) > 0 ? 1 : 0;
            }
        }
        findings.require(Rule.FLASH_RATE, flashes >= 0 && sum <= setup.flashes);
        findings.require(Rule.LEDGER, entries <= setup.commands);
    }

    private long flashes(double[] stimulus) {
        boolean seen = stimulus[Setup.Dimension.CONTRAST.place()] >= setup.flashContrast;
        return seen ? (long) Math.floor(stimulus[Setup.Dimension.FLASHES.place()] + 0.5) : 0;
    }
}
