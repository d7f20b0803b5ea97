package io.stimloop.inference.psychometric;

import io.stimloop.numerics.kernel.Elementary;
import io.stimloop.numerics.special.NormalDistribution;

/** How the probability F of detecting rises with the distance u of a stimulus from the threshold, for a slope b. */
public enum PsychometricShape {
    /** {@code F = 1 - exp(-10^(b u / 20))}, u in dB (Watson 2017, equation 5). */
    WEIBULL {
        @Override
        double detected(double x) {
            double hazard = Elementary.exp(x * LOG_TEN_PER_TWENTY);
            return hazard < SMALL
                    ? hazard * (1 - hazard / 2 * (1 - hazard / 3 * (1 - hazard / 4 * (1 - hazard / 5))))
                    : 1 - Elementary.exp(-hazard);
        }

        @Override
        double missed(double x) {
            return Elementary.exp(-Elementary.exp(x * LOG_TEN_PER_TWENTY));
        }
    },
    /** {@code F = 1 / (1 + exp(-b u))}. */
    LOGISTIC {
        @Override
        double detected(double x) {
            return 1 / (1 + Elementary.exp(-x));
        }

        @Override
        double missed(double x) {
            return 1 / (1 + Elementary.exp(x));
        }
    },
    /** {@code F = Phi(b u)}, the standard normal distribution function. */
    CUMULATIVE_NORMAL {
        @Override
        double detected(double x) {
            return NormalDistribution.cdf(x);
        }

        @Override
        double missed(double x) {
            return NormalDistribution.cdf(-x);
        }
    };

    private static final double LOG_TEN_PER_TWENTY = 0.11512925464970228420;
    /** Below it five terms of the series are exact to rounding. */
    private static final double SMALL = 1e-3;

    /** F, without cancellation where it is small, for x the product of slope and distance. */
    abstract double detected(double x);

    /** 1 - F, without cancellation where it is small. */
    abstract double missed(double x);
}
