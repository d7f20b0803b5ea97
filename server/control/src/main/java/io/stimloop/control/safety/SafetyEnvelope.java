package io.stimloop.control.safety;

import java.util.ArrayList;
import java.util.List;

/**
 * The one door. A command is admitted as it is or refused; it is never changed, because a clamped stimulus is a different
 * experiment. Some rules depend on what was admitted before: of that the envelope keeps an account of a fixed size,
 * exact at the times of commands, which only {@link #commit} changes. Time comes in as a value. Called by one
 * experiment's writer; allocates nothing but in {@link #explain}.
 */
public final class SafetyEnvelope {
    private static final Part[] NO_PARTS = {};

    private final StimulusLimits space;
    private final Part[] parts;
    private long originNanos;
    private long latestNanos;
    private boolean begun;

    /** With no limits but those of the dimensions. */
    public SafetyEnvelope(double[] min, double[] max) {
        this(min, max, Double.POSITIVE_INFINITY, LightLimits.NONE);
    }

    /** With no limits but those of the spec's stimulus, as {@link EnvelopeParts} has them. */
    public SafetyEnvelope(double[] min, double[] max, double maxNorm, LightLimits light) {
        this(new StimulusLimits(min, max, maxNorm, light), NO_PARTS);
    }

    SafetyEnvelope(StimulusLimits space, Part[] parts) {
        this.space = space;
        this.parts = parts.clone();
    }

    /**
     * The rules that a command would break.
     *
     * @param stimulus one value per dimension; empty is the blank, which is always allowed
     * @param nowNanos on a monotonic clock
     * @param judge    told of each
     * @return {@link Rule#bit} of each; 0 when the command is admitted
     */
    public long reasons(double[] stimulus, long nowNanos, Judge judge) {
        if (stimulus.length == 0) {
            return 0;
        }
        long late = judge.atLeast(Rule.CLOCK, -1,
                begun ? (nowNanos - latestNanos) / Units.NANOS_PER_S : 0, 0);
        long shapeless = late | space.shape(stimulus, judge);
        if (shapeless != 0) {
            return shapeless;
        }
        advance(nowNanos);
        long reasons = space.reasons(stimulus, judge);
        for (Part part : parts) {
            reasons |= part.reasons(stimulus, nowNanos - originNanos, judge);
        }
        return reasons;
    }

    /** Whether a command may be given now. */
    public boolean admits(double[] stimulus, long nowNanos) {
        return reasons(stimulus, nowNanos, Judge.QUIET) == 0;
    }

    /** Whether a stimulus is within the limits of the spec's stimulus, whatever was presented before and whatever it drives. */
    public boolean admits(double[] stimulus) {
        return stimulus.length == 0 || (space.shape(stimulus, Judge.QUIET) == 0
                && space.reasons(stimulus, Judge.QUIET) == 0);
    }

    /**
     * Accounts a command that was admitted at this time and is about to be given.
     *
     * @param stimulus one value per dimension; empty is the blank, which leaves no trace
     */
    public void commit(double[] stimulus, long nowNanos) {
        if (stimulus.length == 0) {
            return;
        }
        advance(nowNanos);
        for (Part part : parts) {
            part.commit(stimulus, nowNanos - originNanos);
        }
    }

    /** Tells how much of what is accounted is used up. */
    public void read(long nowNanos, Meter meter) {
        if (!begun) {
            return;
        }
        advance(Math.max(nowNanos, latestNanos));
        for (Part part : parts) {
            part.read(latestNanos - originNanos, meter);
        }
    }

    private void advance(long nowNanos) {
        originNanos = begun ? originNanos : nowNanos;
        begun = true;
        latestNanos = nowNanos;
        for (Part part : parts) {
            part.advance(nowNanos - originNanos);
        }
    }

    /** Why a command would be refused, in words, for people; empty when it would not. */
    public List<String> explain(double[] stimulus, long nowNanos) {
        List<String> words = new ArrayList<>();
        reasons(stimulus, nowNanos,
                (rule, site, value, limit) -> words.add(RefusalWords.of(rule, value, limit)));
        return words;
    }

    /** Whether a stimulus may be as long as the root of this number; NaN may not. */
    public boolean admitsSquaredNorm(double squaredNorm) {
        return space.admitsSquaredNorm(squaredNorm);
    }

    /** Greatest Euclidean length of a stimulus; infinite for none. */
    public double maxNorm() {
        return space.maxNorm();
    }

    /** Of a stimulus that is a pattern of light. */
    public LightLimits light() {
        return space.light();
    }

    /** Dimensions of an admitted stimulus that is not blank. */
    public int dimensions() {
        return space.dimensions();
    }

    /** Smallest allowed value of a dimension. */
    public double min(int dimension) {
        return space.min(dimension);
    }

    /** Largest allowed value of a dimension. */
    public double max(int dimension) {
        return space.max(dimension);
    }
}
