package io.stimloop.rig.guard;

import java.util.Optional;

/** One limit of an output. Not thread safe. */
public interface Rule {
    /**
     * Why a stimulus may not be put out, in words; empty when it may. Written as acceptance, so that NaN may not.
     *
     * @param stimulus one value per dimension, in its unit; not blank; not to be modified
     */
    Optional<String> refusal(double[] stimulus, long nowNanos);

    /** A stimulus is put out now. */
    default void note(double[] stimulus, long nowNanos) {}
}
