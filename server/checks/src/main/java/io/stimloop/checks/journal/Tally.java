package io.stimloop.checks.journal;

import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Counts cases, failures and what else is of interest; the first failure is kept in words. Thread safe. */
final class Tally {
    private long cases;
    private long failures;
    private @Nullable String firstFailure;
    private final TreeMap<String, Long> counts = new TreeMap<>();

    /** Counts a case, which fails unless it is right. */
    synchronized void expect(boolean right, Supplier<String> otherwise) {
        cases++;
        if (!right) {
            failures++;
            firstFailure = firstFailure == null ? otherwise.get() : firstFailure;
        }
    }

    /** Counts something else. */
    synchronized void count(String what) {
        counts.merge(what, 1L, Long::sum);
    }

    synchronized long cases() {
        return cases;
    }

    synchronized long failures() {
        return failures;
    }

    synchronized long counted(String what) {
        return counts.getOrDefault(what, 0L);
    }

    @Nullable
    synchronized String firstFailure() {
        return firstFailure;
    }
}
