package io.stimloop.planning.pattern;

import io.stimloop.planning.decision.Previous;
import io.stimloop.planning.decision.Reach;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Which listed patterns light no target that must rest. */
public final class RestReach implements Reach {
    private final Rest rest;
    /** By candidate: the targets that are on. */
    private final int[][] on;

    /**
     * Of candidates.
     *
     * @param rest       kept up by whoever plans
     * @param candidates one row per pattern; not modified
     */
    public RestReach(Rest rest, double[][] candidates) {
        this.rest = rest;
        on = Arrays.stream(candidates)
                .map(row -> IntStream.range(0, row.length).filter(k -> row[k] != 0).toArray())
                .toArray(int[][]::new);
    }

    @Override
    public boolean allows(int candidate, Previous previous) {
        if (rest.count() > 0) {
            for (int target : on[candidate]) {
                if (Conflicts.has(rest.resting(), target)) {
                    return false;
                }
            }
        }
        return true;
    }
}
