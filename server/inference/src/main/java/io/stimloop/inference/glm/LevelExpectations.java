package io.stimloop.inference.glm;

import io.stimloop.inference.response.Link;
import io.stimloop.numerics.special.NormalDistribution;

/** How a rate {@code link(eta)}, {@code eta ~ N(m, v)}, lies to a level. */
final class LevelExpectations {
    private static final double FAR = 8;
    /** Even. */
    private static final int INTERVALS = 96;

    private LevelExpectations() {}

    /** P(rate above the level). */
    static double probabilityAbove(Link link, double m, double v, double level) {
        if (level <= 0) {
            return 1;
        }
        double distance = m - link.inverse(level);
        return v > 0 ? NormalDistribution.cdf(distance / Math.sqrt(v)) : distance > 0 ? 1 : 0;
    }

    /**
     * E of by how much the rate exceeds the level: in closed form for a log-normal rate, by Simpson's rule under the
     * soft-rectified link.
     *
     * @param level above 0
     */
    static double expectedExcess(Link link, double m, double v, double level) {
        double threshold = link.inverse(level);
        if (v <= 0) {
            return Math.max(0, link.rate(m) - level);
        }
        double sd = Math.sqrt(v);
        double above = (m - threshold) / sd;
        if (link == Link.EXPONENTIAL) {
            double mean = link.rate(m + v / 2);
            return Math.max(0,
                    mean * NormalDistribution.cdf(above + sd) - level * NormalDistribution.cdf(above));
        }
        return simpson(link, m, sd, level, Math.max(-above, -FAR));
    }

    private static double simpson(Link link, double m, double sd, double level, double from) {
        double to = Math.max(from, 0) + FAR;
        double width = (to - from) / INTERVALS;
        double sum = 0;
        for (int i = 0; i <= INTERVALS; i++) {
            double z = from + i * width;
            double excess = Math.max(0, link.rate(m + sd * z) - level);
            double weight = i == 0 || i == INTERVALS ? 1 : i % 2 == 1 ? 4 : 2;
            sum += weight * excess * NormalDistribution.density(z);
        }
        return sum * width / 3;
    }
}
