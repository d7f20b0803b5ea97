package io.stimloop.inference.belief;

import java.util.SortedMap;

/**
 * A belief taken apart into numbers, so that it can be kept in any format.
 *
 * @param kind    form of the belief and its model, as in "grid/tuningCurve"
 * @param version of the meaning of the arrays; grows when it changes
 * @param trials  learned from
 * @param arrays  by name; not to be modified
 */
public record BeliefState(String kind, int version, long trials, SortedMap<String, double[]> arrays) {
    /**
     * An array of a given length.
     *
     * @throws IllegalArgumentException naming the array when it is missing, of another length or not finite
     */
    public double[] array(String name, int length) {
        double[] found = arrays.get(name);
        if (found == null || found.length != length) {
            throw new IllegalArgumentException(name + ": "
                    + (found == null ? "is missing" : "has " + found.length + " numbers")
                    + "; this model needs "
                    + length);
        }
        for (int i = 0; i < length; i++) {
            if (!Double.isFinite(found[i])) {
                throw new IllegalArgumentException(name + "[" + i + "]: " + found[i] + " must be finite");
            }
        }
        return found;
    }

    /**
     * Refuses a state of another kind or of a version that is not known.
     *
     * @throws IllegalArgumentException saying which it is and which it would have to be
     */
    public BeliefState require(String wantedKind, int newestVersion) {
        if (!kind.equals(wantedKind)) {
            throw new IllegalArgumentException(
                    "kind: \"" + kind + "\" is another belief than this experiment's, \"" + wantedKind
                            + "\"");
        }
        if (version < 1 || version > newestVersion) {
            throw new IllegalArgumentException(
                    "version: " + version + " must be from 1 to " + newestVersion + ", or update the server");
        }
        return this;
    }
}
