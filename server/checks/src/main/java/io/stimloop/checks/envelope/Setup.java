package io.stimloop.checks.envelope;

/**
 * Outputs and limits of one session, as plain numbers: the oracle reads them as they are, the envelope after
 * {@link Translation}. What is not tightened is far away.
 *
 * <p>The dimensions are powers of {@link #TARGETS} targets, then those of {@link Dimension}; of a session of patterns
 * the targets alone.
 */
final class Setup {
    static final int TARGETS = 4;
    static final int ELECTRODES = 2;
    static final double FAR = 1e6;
    static final double PERIOD = 360;

    /** Place in a stimulus. */
    enum Dimension {
        PULSE_MS,
        PULSES,
        RATE_HZ,
        CURRENT_A,
        CURRENT_B,
        PHASE_US,
        CYCLES,
        CYCLE_HZ,
        RECOVERY,
        CONTRAST,
        FLASHES,
        X,
        ANGLE;

        private final int place;

        @SuppressWarnings("EnumOrdinal")
        Dimension() {
            place = TARGETS + ordinal();
        }

        int place() {
            return place;
        }
    }

    static final int DIMENSIONS = TARGETS + Dimension.values().length;

    boolean pattern;
    boolean light;
    boolean current;
    boolean display;
    boolean named;
    boolean shared;
    boolean lagging;
    int commands = 64;

    // Of the spec's own stimulus.
    double least = -FAR;
    double greatest = FAR;
    double norm = Double.POSITIVE_INFINITY;
    int patternOn = TARGETS;
    double patternTotal = Double.POSITIVE_INFINITY;
    double patternMost = FAR;
    boolean conflict;

    // Of dimensions by name: X and ANGLE.
    double xMin = -FAR;
    double xMax = FAR;
    double xPerS = Double.POSITIVE_INFINITY;
    double anglePerS = Double.POSITIVE_INFINITY;

    // Of light and current.
    double atOnce = FAR;
    double pulseMs = FAR;
    double rateHz = FAR;
    double trainMs = FAR;
    double restMs;
    double restPerTrain;
    double duty = FAR;
    double dutyWindowS = 2;
    double trainsPerS = FAR;

    // Of light.
    final double[] xUm = new double[TARGETS];
    final double[] yUm = new double[TARGETS];
    double fibreUm = Double.NaN;
    double targetMw = FAR;
    double totalMw = FAR;
    double spacingUm;
    double tip = FAR;
    double briefTip = FAR;
    double briefMs = 5;
    double spotMw = FAR;
    double windowS = 3;
    double windowMj = FAR;
    double totalWindowMj = FAR;
    double experimentMj = FAR;
    double totalExperimentMj = FAR;
    double rise = FAR;
    double totalRise = FAR;
    double fastPerMw = 0.25;
    double slowPerMw = 0.125;
    double fastS = 0.2;
    double slowS = 6;

    // Of current.
    double areaUm2 = 2000;
    double currentUa = FAR;
    double phaseNc = FAR;
    double density = FAR;
    double shannonK = FAR;
    double microUm2;
    double microNc = FAR;
    double imbalance = FAR;
    double imbalanceNc = FAR;
    double netNc = FAR;
    double netWindowS = 1;

    // Of a display.
    double contrast = FAR;
    double flashes = FAR;
    double flashContrast = 0.1;

    int dimensions() {
        return pattern ? TARGETS : DIMENSIONS;
    }
}
