package io.stimloop.numerics.kernel;

/**
 * The kernels this machine runs best: those of the Vector API where the JVM was started with it and the
 * processor has registers of at least 256 bits, else their plain twins. Both give the same bits.
 */
public final class Kernels {
    /** Doubles handled together, on every machine. Arrays laid out in rows pad their rows to a multiple of it. */
    public static final int LANES = 4;

    private static final boolean VECTORS = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
            && Processor.hasWideRegisters();

    public static final ArrayKernels ARRAYS = VECTORS ? new VectorArrayKernels() : new PlainArrayKernels();
    public static final CountKernels COUNTS = VECTORS ? new VectorCountKernels() : new PlainCountKernels();
    public static final MatrixKernels MATRICES = VECTORS
            ? new VectorMatrixKernels()
            : new PlainMatrixKernels();
    public static final SpreadKernels SPREADS = VECTORS
            ? new VectorSpreadKernels()
            : new PlainSpreadKernels();
    public static final RowKernels ROWS = VECTORS ? new VectorRowKernels() : new PlainRowKernels();

    public static final MixtureKernels MIXTURES = VECTORS
            ? new VectorMixtureKernels()
            : new PlainMixtureKernels();

    private Kernels() {}

    /** The next multiple of {@link #LANES}. */
    public static int padded(int length) {
        return (length + LANES - 1) / LANES * LANES;
    }
}
