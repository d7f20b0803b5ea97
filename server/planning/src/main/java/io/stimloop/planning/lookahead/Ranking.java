package io.stimloop.planning.lookahead;

/** The greatest of some utilities, the first of equals first. An insertion sort: few are wanted. Not thread safe. */
final class Ranking {
    private final int[] ranked;
    private int count;

    /** Of so many utilities. */
    Ranking(int size) {
        ranked = new int[size];
    }

    /** Finds the greatest so many, those that are no number or minus infinity aside; returns how many there are. */
    int rank(double[] utilities, int most) {
        count = 0;
        for (int candidate = 0; candidate < utilities.length; candidate++) {
            if (utilities[candidate] > Double.NEGATIVE_INFINITY) {
                insert(utilities, candidate, most);
            }
        }
        return count;
    }

    private void insert(double[] utilities, int candidate, int most) {
        int at = count;
        if (count < most) {
            count++;
        } else if (utilities[ranked[count - 1]] < utilities[candidate]) {
            at--;
        } else {
            return;
        }
        for (; at > 0 && utilities[ranked[at - 1]] < utilities[candidate]; at--) {
            ranked[at] = ranked[at - 1];
        }
        ranked[at] = candidate;
    }

    /** The i-th greatest, from 0. */
    int get(int i) {
        return ranked[i];
    }
}
