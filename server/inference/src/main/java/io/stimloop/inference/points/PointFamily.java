package io.stimloop.inference.points;

/** How the response of one unit scatters, and which numbers a {@link PointModel} gives for it: its columns, in order. */
public enum PointFamily {
    /** A count, Poisson where the dispersion is 0, else negative binomial. Columns: rate (from 0), dispersion (from 0). */
    COUNT,
    /** 0 or 1. Column: probability of a 1, from 0 to 1. */
    BINARY,
    /** One of m alternatives. Columns: their m probabilities. */
    CHOICE,
    /** A value, normal. Columns: mean, sd (above 0). */
    NORMAL,
    /** A positive value whose natural logarithm is normal. Columns: log of the median, sd of the log (above 0). */
    LOG_NORMAL
}
