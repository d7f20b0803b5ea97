package io.stimloop.control.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Collects every fault of a spec, each with the path of its field. One of these stands at one place of the
 * spec; {@link #field} and {@link #element} go deeper. Whoever reads a value reports here and goes on with
 * a placeholder on which later checks hold vacuously, so that no fault hides another or causes one. Not
 * thread safe.
 */
final class Faults {
    /** More than a person reads, and few enough to fit the trailers of a gRPC answer. */
    static final int MOST_REPORTED = 30;

    private final @Nullable Faults parent;
    private final String path;
    private final List<Violation> violations;
    private long count;

    private Faults(@Nullable Faults parent, String path, List<Violation> violations) {
        this.parent = parent;
        this.path = path;
        this.violations = violations;
    }

    /** Stands at the spec itself, without a fault. */
    static Faults none() {
        return new Faults(null, FieldPath.ROOT, new ArrayList<>());
    }

    /** The place of a field, or of a map key. */
    Faults field(String name) {
        return new Faults(this, FieldPath.field(path, name), violations);
    }

    /** The place of an element of the list at this place. */
    Faults element(int index) {
        return new Faults(this, FieldPath.element(path, index), violations);
    }

    /** Reports what is wrong at this place and what would be right. */
    void add(String description) {
        if (violations.size() < MOST_REPORTED) {
            violations.add(new Violation(path, description));
        }
        for (Faults place = this; place != null; place = place.parent) {
            place.count++;
        }
    }

    /** Reports a fault unless the condition holds; returns whether it does. */
    boolean require(boolean condition, String description) {
        if (!condition) {
            add(description);
        }
        return condition;
    }

    /** Reports the first of the elements of the list at this place that fails, and how many more do. */
    void requireAll(int size, IntPredicate holds, IntFunction<String> description) {
        int first = -1;
        int failing = 0;
        for (int i = 0; i < size; i++) {
            if (!holds.test(i)) {
                first = failing == 0 ? i : first;
                failing++;
            }
        }
        if (failing > 0) {
            String more = failing == 1 ? "" : " (and " + (failing - 1) + " more like it)";
            element(first).add(description.apply(first) + more);
        }
    }

    /** Whether nothing was reported at this place or deeper, through it. */
    boolean clean() {
        return count == 0;
    }

    /** Everything reported, in the order of the report; when it was too much, the last entry says so. */
    List<Violation> violations() {
        List<Violation> all = new ArrayList<>(violations);
        if (count > violations.size()) {
            all.add(new Violation(FieldPath.ROOT, "has " + (count - violations.size()) + " more faults"));
        }
        return List.copyOf(all);
    }
}
