package io.stimloop.numerics.kernel;

import jdk.incubator.vector.DoubleVector;

/** Asks the Vector API about the processor; loaded only where the API is there. */
final class VectorSupport {
    private VectorSupport() {}

    static boolean wideEnough() {
        return DoubleVector.SPECIES_PREFERRED.vectorBitSize() >= Kernels.LANES * Double.SIZE;
    }
}
