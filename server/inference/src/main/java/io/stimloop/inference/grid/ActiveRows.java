package io.stimloop.inference.grid;

/**
 * Where a posterior over a tuning curve's grid has mass: the profiles, and for each the range of amplitudes.
 * Rows left out have together less than 1e-13 of the mass; with their at most some tens of nats of surprise
 * that is less than 1e-11 nats of information.
 */
final class ActiveRows {
    private static final double IGNORED_MASS = 1e-13;

    private final int amplitudes;
    private final int[] profile;
    private final int[] firstAmplitude;
    private final int[] endAmplitude;
    private int count;

    ActiveRows(int profiles, int amplitudes) {
        this.amplitudes = amplitudes;
        this.profile = new int[profiles];
        this.firstAmplitude = new int[profiles];
        this.endAmplitude = new int[profiles];
    }

    /** Takes up the masses of all rows, the amplitude varying fastest. */
    void find(double[] rowMass) {
        double least = IGNORED_MASS / rowMass.length;
        count = 0;
        for (int start = 0; start < rowMass.length; start += amplitudes) {
            int end = start + amplitudes;
            while (end > start && rowMass[end - 1] < least) {
                end--;
            }
            int first = start;
            while (first < end && rowMass[first] < least) {
                first++;
            }
            if (first < end) {
                profile[count] = start / amplitudes;
                firstAmplitude[count] = first - start;
                endAmplitude[count] = end - start;
                count++;
            }
        }
    }

    /** Number of profiles with mass. */
    int count() {
        return count;
    }

    int profile(int i) {
        return profile[i];
    }

    int firstAmplitude(int i) {
        return firstAmplitude[i];
    }

    /** The last amplitude with mass, plus one. */
    int endAmplitude(int i) {
        return endAmplitude[i];
    }
}
