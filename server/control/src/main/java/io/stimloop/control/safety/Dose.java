package io.stimloop.control.safety;

/**
 * The energy that sites got in the whole experiment, and what is reserved for them: a block ahead, asked for long before
 * the last one is used up. Not thread safe.
 */
final class Dose {
    /** A crash over-counts at most this part of the dose, beside what a window may get. */
    private static final int BLOCKS = 64;

    private final DoseReserve reserve;
    private final int firstSite;
    private final double[] spent;
    private final double most;
    private final double block;
    private final double enough;
    private final Rule rule;

    /**
     * Of sites, from the first in the order of the reserve.
     *
     * @param limits of each site
     * @param rule   that limits the dose
     */
    Dose(int sites, PowerLimits limits, Rule rule, DoseReserve reserve, int firstSite) {
        this.reserve = reserve;
        this.firstSite = firstSite;
        this.rule = rule;
        most = limits.maxExperimentEnergy().picojoules();
        // No command gets more than a window may, so that what is granted is always enough for the next one.
        enough = Math.min(most, limits.maxWindowEnergy().picojoules());
        block = enough + Math.ceil(most / BLOCKS);
        spent = new double[sites];
        for (int site = 0; site < sites; site++) {
            spent[site] = reserve.grantedPicojoules(firstSite + site);
            askAhead(site);
        }
    }

    /** Whether so much more may be given, and is reserved. */
    long reasons(int site, long picojoules, Judge judge) {
        double after = spent[site] + picojoules;
        return judge.atMost(rule, site, after / Units.PJ_PER_MJ, most / Units.PJ_PER_MJ)
                | judge.atMost(Rule.DOSE_RESERVE, site, Math.min(after, most) / Units.PJ_PER_MJ,
                        reserve.grantedPicojoules(firstSite + site) / Units.PJ_PER_MJ);
    }

    /** Tells what a site got. */
    void read(int site, Meter meter) {
        meter.read(rule, site, spent[site] / Units.PJ_PER_MJ, most / Units.PJ_PER_MJ);
    }

    /** So much more is given. */
    void commit(int site, long picojoules) {
        spent[site] += picojoules;
        askAhead(site);
    }

    /** Beyond the limit nothing is asked for: there it would never be used. */
    private void askAhead(int site) {
        if (reserve.grantedPicojoules(firstSite + site) - spent[site] < enough) {
            reserve.ask(firstSite + site, Math.min(most, spent[site] + block));
        }
    }
}
