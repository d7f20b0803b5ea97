package io.stimloop.control.spec;

import java.util.List;

/** What came of reading a spec. */
public sealed interface Resolution {
    /** The spec obeys every rule. */
    record Accepted(ResolvedSpec spec) implements Resolution {}

    /**
     * The spec breaks a rule.
     *
     * @param violations every fault, in the order of the spec's fields; not empty
     */
    record Refused(List<Violation> violations) implements Resolution {}
}
