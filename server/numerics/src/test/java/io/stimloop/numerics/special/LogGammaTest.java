package io.stimloop.numerics.special;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;

class LogGammaTest {
    @Test
    void agreesWithFactorials() {
        double logFactorial = 0;
        for (int n = 1; n <= 1000; n++) {
            logFactorial += StrictMath.log(n);
            assertThat(LogGamma.ofFactorial(n)).isCloseTo(logFactorial, offset(1e-14 * (1 + logFactorial)));
        }
    }

    @Test
    void agreesWithTheClosedFormAtHalves() {
        double logGamma = 0.5 * StrictMath.log(Math.PI);
        for (double x = 0.5; x < 100; x++) {
            assertThat(LogGamma.of(x)).isCloseTo(logGamma, offset(1e-14 * (1 + Math.abs(logGamma))));
            logGamma += StrictMath.log(x);
        }
    }

    @Test
    void isAccurateForSmallArguments() {
        double x = 1e-8;
        double euler = 0.57721566490153286;
        assertThat(LogGamma.of(x)).isCloseTo(-StrictMath.log(x) - euler * x, offset(1e-14));
    }
}
