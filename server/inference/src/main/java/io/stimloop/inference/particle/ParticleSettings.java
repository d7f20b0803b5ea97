package io.stimloop.inference.particle;

/**
 * How a posterior is followed by particles.
 *
 * @param count         of particles, from 100
 * @param resampleBelow they are resampled and moved when the effective sample size falls below this fraction of their
 *                      number, above 0 and at most 1
 * @param moves         Metropolis-Hastings steps by which each is moved then, from 1
 * @param seed          of all that is drawn
 */
public record ParticleSettings(int count, double resampleBelow, int moves, long seed) {
    /** Fewest particles that are taken for a posterior. */
    public static final int FEWEST = 100;

    /** @throws IllegalArgumentException naming what is out of its range */
    public ParticleSettings {
        if (count < FEWEST) {
            throw new IllegalArgumentException("count: " + count + " must be at least " + FEWEST);
        }
        if (!(resampleBelow > 0) || resampleBelow > 1) {
            throw new IllegalArgumentException(
                    "resampleBelow: " + resampleBelow + " must be above 0 and at most 1");
        }
        if (moves < 1) {
            throw new IllegalArgumentException("moves: " + moves + " must be at least 1");
        }
    }

    /** Effective sample size below which particles are resampled and moved. */
    double leastSize() {
        return resampleBelow * count;
    }
}
