package io.stimloop.numerics.kernel;

import jdk.incubator.vector.DoubleVector;

/** Asks the Vector API about the processor; loaded only where the API is there. */
final class Processor {
    private Processor() {}

    static boolean hasWideRegisters() {
        return DoubleVector.SPECIES_PREFERRED.vectorBitSize() >= Kernels.LANES * Double.SIZE;
    }
}
