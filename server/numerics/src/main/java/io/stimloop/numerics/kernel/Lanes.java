package io.stimloop.numerics.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Four doubles at a time: {@link Elementary}, operation for operation, and what the vector kernels share. */
final class Lanes {
    static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_256;

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
        LongVector carried = bits.add(Elementary.ABOVE_ROOT_TWO);
        DoubleVector e = carried.lanewise(VectorOperators.LSHR, Elementary.MANTISSA_BITS)
                .or(Elementary.INTEGER_BITS).reinterpretAsDoubles().sub(Elementary.INTEGER_OFFSET);
        DoubleVector f = bits.sub(carried.and(Elementary.EXPONENT_MASK)).add(Elementary.ONE_BITS)
                .reinterpretAsDoubles().sub(1);
        DoubleVector s = f.div(f.add(2));
        DoubleVector z = s.mul(s);
        DoubleVector bent = s.fma(z.neg().fma(logSeries(z), f), e.mul(-Elementary.LN2_SHORT_REST));
        return e.fma(all(Elementary.LN2_SHORT), f.sub(bent));
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
        DoubleVector sum = all(Elementary.LOG_7).fma(z, all(Elementary.LOG_6));
        sum = sum.fma(z, all(Elementary.LOG_5));
        sum = sum.fma(z, all(Elementary.LOG_4));
        sum = sum.fma(z, all(Elementary.LOG_3));
        sum = sum.fma(z, all(Elementary.LOG_2));
        return sum.fma(z, all(Elementary.LOG_1));
    }
}
