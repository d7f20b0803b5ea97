package io.stimloop.checks.envelope;

import io.stimloop.control.safety.Rule;
import java.util.Arrays;

/** What came of the proposals; one for each thread, added up in the end. */
final class Tally {
    private final long[] only = new long[Rule.values().length];
    private long proposals;
    private long admitted;
    private long narrow;
    private long violations;
    private long disagreements;
    private String first = "";

    /**
     * Counts a proposal.
     *
     * @param envelope the rules that it broke by the envelope
     * @param oracle   by the oracle
     * @param margin   where rounding decides
     * @param place    where it can be found again
     */
    void count(long envelope, long oracle, long margin, String place) {
        proposals++;
        admitted += envelope == 0 ? 1 : 0;
        if (Long.bitCount(envelope) == 1) {
            only[Long.numberOfTrailingZeros(envelope)]++;
        }
        if (envelope == oracle) {
            return;
        }
        long differing = (envelope ^ oracle) & ~margin;
        narrow += differing == 0 ? 1 : 0;
        disagreements += differing == 0 ? 0 : 1;
        violations += differing != 0 && envelope == 0 ? 1 : 0;
        if (differing != 0 && first.isEmpty()) {
            first = place + ": envelope " + Long.toHexString(envelope) + ", oracle "
                    + Long.toHexString(oracle) + ", differing in " + Rule.first(differing);
        }
    }

    void add(Tally other) {
        Arrays.setAll(only, rule -> only[rule] + other.only[rule]);
        proposals += other.proposals;
        admitted += other.admitted;
        narrow += other.narrow;
        violations += other.violations;
        disagreements += other.disagreements;
        first = first.isEmpty() ? other.first : first;
    }

    long proposals() {
        return proposals;
    }

    long admitted() {
        return admitted;
    }

    /** Those on which the two differ only where rounding decides. */
    long narrow() {
        return narrow;
    }

    /** Those that the envelope admitted and the oracle did not. */
    long violations() {
        return violations;
    }

    /** Those on which the two differ about any rule; the violations among them. */
    long disagreements() {
        return disagreements;
    }

    /** How often a rule was the only reason. */
    long only(Rule rule) {
        return only[Long.numberOfTrailingZeros(rule.bit())];
    }

    /** The first disagreement, in words; empty when there is none. */
    String first() {
        return first;
    }
}
