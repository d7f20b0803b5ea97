package io.stimloop.inference.response;

/** A density that has a single peak on a scale of its own, however it looks on the scale of its values. */
interface Truncatable extends Density {
    /** The scale on which the density is finite and has a single peak. */
    Scale scale();

    /** Natural logarithm of the density per unit of the scale. */
    default double logDensityOnScale(double place) {
        return logDensity(scale().value(place)) + scale().logStretch(place);
    }

    /** Where a scale leads, and by how much it stretches. */
    enum Scale {
        /** The value itself. */
        LINEAR {
            @Override
            double place(double value) {
                return value;
            }

            @Override
            double value(double place) {
                return place;
            }

            @Override
            double logStretch(double place) {
                return 0;
            }
        },
        /** The natural logarithm of the value. */
        LOG {
            @Override
            double place(double value) {
                return bounded(StrictMath.log(value));
            }

            @Override
            double value(double place) {
                return StrictMath.exp(place);
            }

            @Override
            double logStretch(double place) {
                return place;
            }
        },
        /** The logarithm of the odds of a value between 0 and 1. */
        LOGIT {
            @Override
            double place(double value) {
                return bounded(StrictMath.log(value) - StrictMath.log1p(-value));
            }

            @Override
            double value(double place) {
                return place < 0
                        ? StrictMath.exp(place) / (1 + StrictMath.exp(place))
                        : Math.min(1 / (1 + StrictMath.exp(-place)), Math.nextDown(1.0));
            }

            @Override
            double logStretch(double place) {
                return -Math.abs(place) - 2 * StrictMath.log1p(StrictMath.exp(-Math.abs(place)));
            }
        };

        /** Logarithms of all normal doubles lie within it. */
        private static final double FARTHEST = 700;

        /** Where a value lies on the scale. */
        abstract double place(double value);

        /** The value at a place. */
        abstract double value(double place);

        /** ln(d value / d place). */
        abstract double logStretch(double place);

        private static double bounded(double place) {
            return Math.clamp(place, -FARTHEST, FARTHEST);
        }
    }
}
