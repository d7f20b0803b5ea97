package io.stimloop.numerics.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Four doubles at a time: {@link Elementary}, operation for operation, and what the vector kernels share. */
final class Lanes {
    static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_256;

    // The logarithm is the longest piece of vector code and runs in the tightest loops. The compiler at times
    // allocates broadcast constants that it hoists out of such a loop; it does not do so with loaded ones.
    private static final double[] INTEGER_OFFSET = four(Elementary.INTEGER_OFFSET);
    private static final double[] ONE = four(1.0);
    private static final double[] TWO = four(2.0);
    private static final double[] LN2_SHORT = four(Elementary.LN2_SHORT);
    private static final double[] MINUS_LN2_SHORT_REST = four(-Elementary.LN2_SHORT_REST);
    private static final double[] LOG_1 = four(Elementary.LOG_1);
    private static final double[] LOG_2 = four(Elementary.LOG_2);
    private static final double[] LOG_3 = four(Elementary.LOG_3);
    private static final double[] LOG_4 = four(Elementary.LOG_4);
    private static final double[] LOG_5 = four(Elementary.LOG_5);
    private static final double[] LOG_6 = four(Elementary.LOG_6);
    private static final double[] LOG_7 = four(Elementary.LOG_7);
    private static final long[] ABOVE_ROOT_TWO = four(Elementary.ABOVE_ROOT_TWO);
    private static final long[] EXPONENT_MASK = four(Elementary.EXPONENT_MASK);
    private static final long[] INTEGER_BITS = four(Elementary.INTEGER_BITS);
    private static final long[] ONE_BITS = four(Elementary.ONE_BITS);

    private Lanes() {}

    static DoubleVector exp(DoubleVector x) {
        DoubleVector bounded = atMost(atLeast(x, Elementary.EXP_LOWEST), Elementary.EXP_HIGHEST);
        DoubleVector k = bounded.fma(all(Elementary.LOG2_E), all(Elementary.ROUNDER)).sub(Elementary.ROUNDER);
        DoubleVector r = k.fma(all(-Elementary.LN2_REST), k.fma(all(-Elementary.LN2), bounded));
        DoubleVector half = k.mul(0.5).add(Elementary.ROUNDER).sub(Elementary.ROUNDER);
        return expSeries(r).mul(powerOfTwo(half)).mul(powerOfTwo(k.sub(half)));
    }

    static DoubleVector log(DoubleVector x) {
        LongVector bits = x.reinterpretAsLongs();
        LongVector carried = bits.add(constant(ABOVE_ROOT_TWO));
        DoubleVector e = carried.lanewise(VectorOperators.LSHR, Elementary.MANTISSA_BITS)
                .or(constant(INTEGER_BITS)).reinterpretAsDoubles().sub(constant(INTEGER_OFFSET));
        DoubleVector f = bits.sub(carried.and(constant(EXPONENT_MASK))).add(constant(ONE_BITS))
                .reinterpretAsDoubles().sub(constant(ONE));
        DoubleVector s = f.div(f.add(constant(TWO)));
        DoubleVector z = s.mul(s);
        DoubleVector bent = s.fma(z.neg().fma(logSeries(z), f), e.mul(constant(MINUS_LN2_SHORT_REST)));
        return e.fma(constant(LN2_SHORT), f.sub(bent));
    }

    static DoubleVector atLeast(DoubleVector x, double bound) {
        return x.blend(bound, x.compare(VectorOperators.LT, bound));
    }

    static DoubleVector atMost(DoubleVector x, double bound) {
        return x.blend(bound, x.compare(VectorOperators.GT, bound));
    }

    static DoubleVector all(double value) {
        return DoubleVector.broadcast(SPECIES, value);
    }

    static DoubleVector load(double[] x, int at) {
        return DoubleVector.fromArray(SPECIES, x, at);
    }

    /** {@code out[at...] += x * factor}, rounded once. */
    static void addProduct(DoubleVector x, DoubleVector factor, double[] out, int at) {
        x.fma(factor, load(out, at)).intoArray(out, at);
    }

    /** Lanes added pairwise, in an order that the Vector API's own reduction does not promise. */
    static double total(DoubleVector v) {
        return (v.lane(0) + v.lane(1)) + (v.lane(2) + v.lane(3));
    }

    private static DoubleVector powerOfTwo(DoubleVector integer) {
        return integer.add(Elementary.ROUNDER + Elementary.EXPONENT_BIAS).reinterpretAsLongs()
                .lanewise(VectorOperators.LSHL, Elementary.MANTISSA_BITS).reinterpretAsDoubles();
    }

    private static DoubleVector expSeries(DoubleVector r) {
        DoubleVector sum = all(Elementary.EXP_13).fma(r, all(Elementary.EXP_12));
        sum = sum.fma(r, all(Elementary.EXP_11));
        sum = sum.fma(r, all(Elementary.EXP_10));
        sum = sum.fma(r, all(Elementary.EXP_9));
        sum = sum.fma(r, all(Elementary.EXP_8));
        sum = sum.fma(r, all(Elementary.EXP_7));
        sum = sum.fma(r, all(Elementary.EXP_6));
        sum = sum.fma(r, all(Elementary.EXP_5));
        sum = sum.fma(r, all(Elementary.EXP_4));
        sum = sum.fma(r, all(Elementary.EXP_3));
        sum = sum.fma(r, all(Elementary.EXP_2));
        return sum.fma(r, all(1)).fma(r, all(1));
    }

    private static DoubleVector logSeries(DoubleVector z) {
        DoubleVector sum = constant(LOG_7).fma(z, constant(LOG_6));
        sum = sum.fma(z, constant(LOG_5));
        sum = sum.fma(z, constant(LOG_4));
        sum = sum.fma(z, constant(LOG_3));
        sum = sum.fma(z, constant(LOG_2));
        return sum.fma(z, constant(LOG_1));
    }

    private static DoubleVector constant(double[] four) {
        return DoubleVector.fromArray(SPECIES, four, 0);
    }

    private static LongVector constant(long[] four) {
        return LongVector.fromArray(LongVector.SPECIES_256, four, 0);
    }

    private static double[] four(double value) {
        return new double[]{value, value, value, value};
    }

    private static long[] four(long value) {
        return new long[]{value, value, value, value};
    }
}
