package io.stimloop.rig.guard;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/** Values that may not be other than 0 at one time: of targets too near to one another, or that exclude each other. */
public final class ApartRule implements Rule {
    private final boolean[][] excluded;

    /** @param excluded for each two values, whether; symmetric, copied */
    public ApartRule(boolean[][] excluded) {
        this.excluded = Arrays.stream(excluded).map(boolean[]::clone).toArray(boolean[][]::new);
    }

    @Override
    public Optional<String> refusal(double[] stimulus, long nowNanos) {
        int[] on = IntStream.range(0, excluded.length).filter(i -> stimulus[i] != 0).toArray();
        for (int a = 0; a < on.length; a++) {
            for (int b = 0; b < a; b++) {
                if (excluded[on[a]][on[b]]) {
                    return Optional.of("values " + on[b] + " and " + on[a] + " may not be on together");
                }
            }
        }
        return Optional.empty();
    }
}
