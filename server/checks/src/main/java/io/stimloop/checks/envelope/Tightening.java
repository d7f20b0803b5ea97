package io.stimloop.checks.envelope;

import io.stimloop.control.safety.Rule;
import org.apache.commons.rng.UniformRandomProvider;

/** Makes a session in which a rule is likely to be the only reason of a refusal. */
final class Tightening {
    private static final double GRID_UM = 10;
    private static final int PLACES = 6;

    private Tightening() {}

    /** A session about one rule, all else far away. */
    static Setup about(Rule rule, UniformRandomProvider random) {
        Setup setup = new Setup();
        for (int target = 0; target < Setup.TARGETS; target++) {
            setup.xUm[target] = GRID_UM * random.nextInt(PLACES);
            setup.yUm[target] = GRID_UM * random.nextInt(PLACES);
        }
        tighten(setup, rule, random.nextBoolean());
        return setup;
    }

    /**
     * A session in which many rules are near, and everything that goes together is driven.
     *
     * @param share of the rules that are near
     */
    static Setup ofMany(double share, UniformRandomProvider random) {
        Setup setup = about(Rule.OVERLAP, random);
        setup.light = true;
        setup.current = true;
        setup.display = true;
        setup.named = true;
        for (Rule rule : Rule.values()) {
            boolean patternOnly = rule == Rule.EXCLUSION;
            if (!patternOnly && random.nextDouble() < share) {
                boolean other = random.nextBoolean() && rule != Rule.TOTAL_POWER && rule != Rule.AT_ONCE
                        && rule != Rule.TARGET_POWER;
                tighten(setup, rule, other);
            }
        }
        return setup;
    }

    /** @param other of two ways to make it the reason, where there are two */
    private static void tighten(Setup setup, Rule rule, boolean other) {
        switch (rule) {
            case CLOCK, SHAPE -> setup.display = true;
            case RANGE -> {
                setup.named = true;
                if (other) {
                    setup.xMin = -2;
                    setup.xMax = 5;
                } else {
                    setup.least = -400;
                    setup.greatest = 400;
                }
            }
            case NORM -> setup.norm = 300;
            case SLEW -> {
                setup.named = true;
                setup.xPerS = other ? 20 : Double.POSITIVE_INFINITY;
                setup.anglePerS = other ? Double.POSITIVE_INFINITY : 180;
            }
            case EXCLUSION, AT_ONCE, TARGET_POWER, TOTAL_POWER -> powers(setup, rule, other);
            case CONTRAST, FLASH_RATE -> shown(setup, rule);
            case LEDGER -> {
                setup.commands = 2;
                setup.light = other;
                setup.current = !other;
            }
            case PULSE_LENGTH, PULSE_RATE, PULSE_OVERLAP, TRAIN_LENGTH, OVERLAP, REFRACTORY, RATE, DUTY ->
                trains(setup, rule, other);
            case CURRENT, PHASE_CHARGE, CHARGE_DENSITY, SHANNON, MICRO_CHARGE, PULSE_BALANCE, NET_CHARGE ->
                charge(setup, rule);
            default -> light(setup, rule);
        }
    }

    private static void powers(Setup setup, Rule rule, boolean pattern) {
        setup.light = true;
        setup.pattern = pattern || rule == Rule.EXCLUSION;
        switch (rule) {
            case EXCLUSION -> setup.conflict = true;
            case AT_ONCE -> {
                setup.patternOn = 2;
                setup.atOnce = 2;
            }
            case TARGET_POWER -> {
                setup.patternMost = 6;
                setup.targetMw = 5;
            }
            default -> {
                setup.patternTotal = 11;
                setup.totalMw = 10;
            }
        }
    }

    private static void shown(Setup setup, Rule rule) {
        setup.display = true;
        if (rule == Rule.CONTRAST) {
            setup.contrast = 0.5;
        } else {
            setup.flashes = 3;
        }
    }

    private static void trains(Setup setup, Rule rule, boolean ofLight) {
        setup.light |= ofLight;
        setup.current |= !ofLight;
        switch (rule) {
            case PULSE_LENGTH -> setup.pulseMs = ofLight ? 5 : 0.5;
            case PULSE_RATE -> setup.rateHz = 20;
            case TRAIN_LENGTH -> setup.trainMs = 60;
            case REFRACTORY -> {
                setup.restMs = 20;
                setup.restPerTrain = 1.5;
            }
            case RATE -> setup.trainsPerS = 2;
            case DUTY -> setup.duty = ofLight ? 0.005 : 0.0005;
            default -> {
            }
        }
    }

    private static void light(Setup setup, Rule rule) {
        setup.light = true;
        switch (rule) {
            case SPACING -> setup.spacingUm = 25;
            case IRRADIANCE -> {
                setup.fibreUm = 200;
                setup.tip = 100;
                setup.briefTip = 200;
            }
            case SPOT_CHANGE -> {
                setup.shared = true;
                setup.spotMw = 12;
            }
            case WINDOW_ENERGY -> setup.windowMj = 0.125;
            case TOTAL_WINDOW_ENERGY -> setup.totalWindowMj = 0.25;
            case EXPERIMENT_ENERGY -> setup.experimentMj = 0.5;
            case TOTAL_EXPERIMENT_ENERGY -> setup.totalExperimentMj = 1;
            case DOSE_RESERVE -> {
                setup.lagging = true;
                setup.windowMj = Math.min(setup.windowMj, 4);
                setup.experimentMj = Math.min(setup.experimentMj, 64);
            }
            case HEATING -> setup.rise = 0.25;
            default -> setup.totalRise = 0.5;
        }
    }

    private static void charge(Setup setup, Rule rule) {
        setup.current = true;
        switch (rule) {
            case CURRENT -> setup.currentUa = 50;
            case PHASE_CHARGE -> setup.phaseNc = 10;
            case CHARGE_DENSITY -> setup.density = 500;
            case SHANNON -> setup.shannonK = 0.5;
            case MICRO_CHARGE -> {
                setup.microUm2 = 5000;
                setup.microNc = 4;
            }
            case PULSE_BALANCE -> {
                setup.imbalance = 0.01;
                setup.imbalanceNc = 0.1;
            }
            default -> setup.netNc = 0.5;
        }
    }
}
