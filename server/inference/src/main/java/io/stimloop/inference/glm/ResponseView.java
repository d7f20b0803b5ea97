package io.stimloop.inference.glm;

/** The expected count: its posterior mean and variance, and how it lies to a level. */
public final class ResponseView extends EtaView {
    private final double[] greatestMeans;
    private final NormalExpectations expectations;

    /**
     * Looks at candidates.
     *
     * @param greatestMeans by neuron, kept up by {@link #findGreatestMeans}
     */
    public ResponseView(EtaMoments moments, double[] greatestMeans, NormalExpectations expectations) {
        super(moments);
        this.greatestMeans = greatestMeans;
        this.expectations = expectations;
    }

    /** Puts the greatest posterior mean of the expected count of each neuron at any stimulus into an array. */
    public static void findGreatestMeans(EtaMoments moments, NormalExpectations expectations, double[] out) {
        for (int unit = 0; unit < out.length; unit++) {
            double greatest = 0;
            for (int i = 0; i < moments.stimuli(); i++) {
                greatest = Math.max(greatest,
                        expectations.meanRate(moments.mean(unit, i), moments.variance(unit, i)));
            }
            out[unit] = greatest;
        }
    }

    @Override
    public double mean(int unit) {
        return expectations.meanRate(m(unit), v(unit));
    }

    @Override
    public double variance(int unit) {
        return expectations.varianceOfRate(m(unit), v(unit));
    }

    @Override
    public double probabilityAbove(int unit, double level) {
        return LevelExpectations.probabilityAbove(moments().link(), m(unit), v(unit), level);
    }

    @Override
    public double expectedExcess(int unit, double level) {
        return level <= 0
                ? mean(unit) - level
                : LevelExpectations.expectedExcess(moments().link(), m(unit), v(unit), level);
    }

    @Override
    public double greatestMean(int unit) {
        return greatestMeans[unit];
    }
}
