package io.stimloop.inference.glm;

import io.stimloop.inference.belief.CurvePoint;

/** The expected count at a stimulus where eta is normal. */
public final class CurvePoints {
    /** The standard normal density has 95% of its mass within this. */
    private static final double REACH = 1.959963984540054;

    private CurvePoints() {}

    /** Mean and 95% band of the expected count for {@code eta ~ N(m, v)}. */
    public static CurvePoint of(NormalExpectations expectations, double[] stimulus, double m, double v) {
        double reach = REACH * Math.sqrt(v);
        return new CurvePoint(stimulus.clone(), expectations.meanRate(m, v),
                expectations.link().rate(m - reach), expectations.link().rate(m + reach));
    }
}
