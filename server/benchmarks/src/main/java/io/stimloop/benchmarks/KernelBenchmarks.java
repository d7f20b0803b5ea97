package io.stimloop.benchmarks;

import io.stimloop.numerics.kernel.Kernels;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The kernels of the hot path over arrays of some sizes; whichever twin the JVM was started for. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class KernelBenchmarks {
    private static final double LARGEST = 40;

    /** Doubles in the array. */
    @Param({"1000", "100000"})
    public int size;

    private double[] values = {};
    private double[] out = {};

    /** Fills the arrays. */
    @Setup
    public void fill() {
        values = new double[size];
        out = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = LARGEST * (i + 1) / size;
        }
    }

    /** {@code exp(x - 40)} of every element. */
    @Benchmark
    public double[] exponentials() {
        Kernels.ARRAYS.exponentials(values, LARGEST, size, out);
        return out;
    }

    /** Natural logarithm of every element. */
    @Benchmark
    public double[] logarithms() {
        Kernels.ARRAYS.logarithms(values, size, out);
        return out;
    }

    /** Sum of squares, as a dot product. */
    @Benchmark
    public double dot() {
        return Kernels.ARRAYS.dot(values, values, size);
    }

    /** {@code out += 0.5 x}. */
    @Benchmark
    public double[] addScaled() {
        Kernels.ARRAYS.addScaled(0.5, values, 0, size, out, 0);
        return out;
    }
}
