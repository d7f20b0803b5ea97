package io.stimloop.planning.pattern;

/** Which targets may not be on together: a symmetric relation, as a row of bits for each target. Immutable. */
public final class Conflicts {
    /** Whether two different targets are in conflict. */
    @FunctionalInterface
    public interface Relation {
        /** Asked with the lower index first. */
        boolean holds(int lower, int higher);
    }

    private final long[][] rows;

    private Conflicts(long[][] rows) {
        this.rows = rows;
    }

    /** Those that a relation names among so many targets. */
    public static Conflicts where(int targets, Relation relation) {
        long[][] rows = new long[targets][words(targets)];
        for (int a = 0; a < targets; a++) {
            for (int b = a + 1; b < targets; b++) {
                if (relation.holds(a, b)) {
                    rows[a][b >> 6] |= 1L << b;
                    rows[b][a >> 6] |= 1L << a;
                }
            }
        }
        return new Conflicts(rows);
    }

    /** None. */
    public static Conflicts none(int targets) {
        return where(targets, (a, b) -> false);
    }

    /** Words of a set of so many targets; target k is bit {@code k % 64} of word {@code k / 64}. */
    static int words(int targets) {
        return (targets + Long.SIZE - 1) / Long.SIZE;
    }

    /** Whether a set has a target. */
    static boolean has(long[] set, int target) {
        return (set[target >> 6] & 1L << target) != 0;
    }

    /** How many targets. */
    public int targets() {
        return rows.length;
    }

    /** Whether two targets may not be on together. */
    public boolean between(int a, int b) {
        return has(rows[a], b);
    }

    /** Those in conflict with a target, as bits: target k is bit {@code k % 64} of word {@code k / 64}. Not to be modified. */
    public long[] of(int target) {
        return rows[target];
    }

    /** Whether there are any. */
    public boolean any() {
        for (long[] row : rows) {
            for (long word : row) {
                if (word != 0) {
                    return true;
                }
            }
        }
        return false;
    }
}
