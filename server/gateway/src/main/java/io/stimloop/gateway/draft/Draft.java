package io.stimloop.gateway.draft;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * An experiment file with comments.
 *
 * @param kind           what is to be learned
 * @param name           of the experiment; as a spec may have it
 * @param dimension      what is varied
 * @param largestCount   spikes per trial that are expected at most; not used for choices
 * @param trials         at most
 * @param deadlineMillis from an outcome to the next command
 */
public record Draft(Kind kind, String name, Dimension dimension, double largestCount, long trials,
        double deadlineMillis) {
    /** Angles of a turn: bumps narrower than this part of it are not looked for, nor wider ones. */
    private static final double NARROWEST = 1.0 / 36;
    private static final double WIDEST = 1.0 / 6;
    private static final int PREFERRED = 60;
    /** Rates resemble each other over this part of the range, to begin with. */
    private static final double LENGTH = 0.15;

    /**
     * Refuses what makes no experiment.
     *
     * @throws IllegalArgumentException with what would be right
     */
    public Draft {
        if (!(largestCount >= 1 && largestCount <= 10_000)) {
            throw new IllegalArgumentException(largestCount + " spikes per trial: must be from 1 to 10000");
        }
        if (trials < 1) {
            throw new IllegalArgumentException(trials + " trials: must be at least 1");
        }
        if (!(deadlineMillis > 0 && deadlineMillis <= 60_000)) {
            throw new IllegalArgumentException(
                    "a deadline of " + deadlineMillis + " ms: must be above 0 and at most 60000");
        }
    }

    /** The file. */
    public String text() {
        return """
                # Made by stimloop init. Check it with stimloop validate, try it with stimloop rig simulated --experiment.
                # Every field is described in proto/stimloop/v1/spec.proto; more examples are in config/experiments.
                name: %s
                seed: 1                         # of everything the server draws at random
                neurons: [{name: %s}]

                stimulus:                       # the candidates: what may be shown
                  dimensions:
                    - name: %s
                      unit: %s
                %s
                %s
                planner:
                  search: {}                    # or balanced: {}, random: {}, sequence: {stimuli: [...]}
                  deadline: %ss                 # from an outcome's arrival to the next command
                  fallback: BALANCED            # shown when nothing was scored in time; or STIMULUS, or BLANK

                safety:
                  limits: {%s: {min: %s, max: %s}}    # no command leaves these

                stopping: {maxTrials: %d}       # or entropyNats, parameterSd, maxDuration: the first that holds
                """
                .formatted(name, kind == Kind.CHOICE ? "subject" : "cell-1",
                        dimension.name(), quoted(dimension.unit()), values(), model(),
                        number(deadlineMillis / 1e3), dimension.name(), number(dimension.from()),
                        number(dimension.to()), trials);
    }

    private String values() {
        String levels = "values: {from: %s, to: %s, count: %d}".formatted(number(dimension.from()),
                number(kind.periodic() ? dimension.lastOfTurn() : dimension.to()), dimension.count());
        String indent = " ".repeat(6);
        return kind.periodic()
                ? indent + "periodic: true            # " + number(dimension.to()) + " is "
                        + number(dimension.from()) + " again, so the values stop before it\n" + indent
                        + "period: " + number(dimension.range()) + "\n" + indent + levels + "\n"
                : indent + levels + "\n";
    }

    private String model() {
        return switch (kind) {
            case TUNING -> tuning();
            case MAP -> map();
            case CHOICE -> choice();
        };
    }

    private String tuning() {
        return """
                model:                          # expected count = baseline + amplitude * bump(x - preferred)
                  tuningCurve:
                    shape: CIRCULAR_GAUSSIAN    # or BIDIRECTIONAL, with a second bump opposite
                    noise: {poisson: {}}        # or negativeBinomial, for counts that scatter more
                    parameters:                 # the values that each may have
                      baseline: {from: %s, to: %s, count: 6, spacing: LOG}        # spikes per trial
                      amplitude: {from: %s, to: %s, count: 12, spacing: LOG}     # spikes per trial
                      preferred: {from: %s, to: %s, count: 60}
                      width: {from: %s, to: %s, count: 10}                       # the sd of the bump

                objective: {infomax: {}}        # what tells the most about the parameters; see also predictionError
                """
                .formatted(number(largestCount / 100), number(largestCount / 3),
                        number(largestCount / 10), number(largestCount * 1.5), number(dimension.from()),
                        number(dimension.to() - dimension.range() / PREFERRED),
                        number(dimension.range() * NARROWEST), number(dimension.range() * WIDEST));
    }

    private String map() {
        return """
                model:                          # the logarithm of the expected count is a smooth unknown function
                  rateMap:
                    link: EXPONENTIAL
                    noise: {poisson: {}}        # or negativeBinomial, for counts that scatter more
                    mean: %s                    # of this logarithm
                    variance: 1                 # of it about the mean
                    length: [%s]                # in the dimension's unit: how far rates resemble each other
                    refit: {every: 10}          # of mean, variance and length by what was seen

                objective: {predictionError: {}}    # what narrows the curve most, in spikes
                """
                .formatted(number(Math.log(largestCount / 3)),
                        number(dimension.range() * LENGTH));
    }

    private String choice() {
        return """
                model:                          # p(right) = guess + (1 - guess - lapse) F(slope, x - threshold)
                  psychometric:
                    shape: WEIBULL              # or LOGISTIC, CUMULATIVE_NORMAL
                    alternatives: 2             # guess is 1/2; left out, guess is a parameter
                    parameters:                 # the values that each may have
                      threshold: {from: %s, to: %s, count: 41}
                      slope: {values: [1, 2, 3, 5, 8]}
                      lapse: {from: 0, to: 0.04, count: 5}

                objective: {infomax: {}}        # what tells the most about the parameters
                """
                .formatted(number(dimension.from()), number(dimension.to()));
    }

    /** At most six digits, as short as they can be written. */
    private static String number(double value) {
        return new BigDecimal(value).round(new MathContext(6)).stripTrailingZeros()
                .toPlainString();
    }

    /** Whatever it is, one word of YAML. */
    private static String quoted(String text) {
        return text.matches("[A-Za-z][A-Za-z0-9_-]*")
                ? text
                : "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
