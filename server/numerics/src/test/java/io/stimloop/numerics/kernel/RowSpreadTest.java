package io.stimloop.numerics.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import io.stimloop.numerics.random.Streams;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RowSpreadTest {
    private static final int ROWS = 700;
    private static final int STRIDE = 8;
    private static final double OFFSET = 0.5;
    private static final double GAIN = 1.7;

    private final RateKnots knots = RateKnots.covering(OFFSET, OFFSET + GAIN * 20);
    private final double[] slopes = Streams.of(4, 0, 0).doubles(ROWS, 0, 20).toArray();
    private final double[] mass = Streams.of(4, 0, 1).doubles(ROWS * STRIDE).toArray();

    @Test
    void expectationsOfSmoothFunctionsStayWhatTheyWere() {
        RowSpread spread = new RowSpread(ROWS, knots);
        spread.add(slopes, 0, ROWS, GAIN, OFFSET, 0, STRIDE);
        double[] out = new double[knots.count() * STRIDE];
        spread.spread(mass, STRIDE, out);
        for (int column = 0; column < STRIDE; column++) {
            double wanted = 0;
            for (int row = 0; row < ROWS; row++) {
                wanted += mass[row * STRIDE + column] * StrictMath.exp(-(slopes[row] * GAIN + OFFSET));
            }
            double found = 0;
            for (int knot = spread.firstKnot(); knot < spread.endKnot(); knot++) {
                found += out[knot * STRIDE + column] * StrictMath.exp(-knots.rate(knot));
            }
            assertThat(found).isCloseTo(wanted, offset(1e-8));
        }
    }

    @Test
    void rowsMayComeInPartsAndNothingOfAnEarlierSpreadStays() {
        RowSpread spread = new RowSpread(ROWS, knots);
        double[] out = new double[knots.count() * STRIDE];
        spread.add(slopes, 0, ROWS, GAIN, OFFSET, 0, STRIDE);
        spread.spread(mass, STRIDE, out);
        double[] first = Arrays.copyOfRange(out, spread.firstKnot() * STRIDE, spread.endKnot() * STRIDE);
        spread.clear();
        spread.add(slopes, 0, 300, GAIN, OFFSET, 0, STRIDE);
        spread.add(slopes, 300, ROWS, GAIN, OFFSET, 300 * STRIDE, STRIDE);
        spread.spread(mass, STRIDE, out);
        assertThat(Arrays.copyOfRange(out, spread.firstKnot() * STRIDE, spread.endKnot() * STRIDE))
                .isEqualTo(first);
    }
}
