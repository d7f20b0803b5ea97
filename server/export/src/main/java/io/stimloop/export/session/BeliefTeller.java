package io.stimloop.export.session;

import io.stimloop.control.experiment.Retelling;
import io.stimloop.control.spec.ResolvedSpec;
import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.ParameterSummary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says what was believed: the entropy after every trial, and the parameters after some of them, spread evenly, for they
 * take time and there may be many. Not thread safe.
 */
final class BeliefTeller implements Retelling.Listener {
    /** Figures do not show more. */
    private static final int MOST_POINTS = 250;
    /** Numbers that are told in all. */
    private static final long MOST_NUMBERS = 4_000_000;

    private final SessionListener listener;
    private final long trials;
    private final long every;
    private @Nullable Belief belief;
    private double seconds;
    private double after = Double.NaN;
    private double realised = Double.NaN;
    private long learnedTrial;

    BeliefTeller(Session session, SessionListener listener) {
        this.listener = listener;
        trials = session.trials();
        long numbers = 2L * session.neurons().size() * session.spec().source().parameterNames().size();
        long points = Math.clamp(MOST_NUMBERS / Math.max(1, numbers), 2, MOST_POINTS);
        every = Math.max(1, Math.ceilDiv(trials, points));
    }

    /** The next record was made then. */
    void at(double recordSeconds) {
        seconds = recordSeconds;
    }

    @Override
    public void began(ResolvedSpec spec, Belief prior) {
        belief = prior;
        after = prior.entropyNats();
        tell(0, prior);
    }

    @Override
    public void learned(long trial, Belief now) {
        double before = after;
        after = now.entropyNats();
        realised = before - after;
        learnedTrial = trial;
        if (trial % every == 0 || trial == trials) {
            tell(trial, now);
        }
    }

    @Override
    public void changed(Belief now) {
        after = now.entropyNats();
    }

    private void tell(long trial, Belief now) {
        List<List<ParameterSummary>> units = new ArrayList<>();
        for (int unit = 0; unit < now.units(); unit++) {
            units.add(now.parameters(unit));
        }
        try {
            listener.believed(new BeliefPoint(trial, Math.max(0, seconds), after, units));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** A trial is over: what it brought. */
    void complete(TrialDraft trial) {
        trial.believed(after, trial.number() == learnedTrial ? realised : 0);
    }

    /** All is told. */
    void end() throws IOException {
        Belief last = belief;
        if (last != null) {
            listener.lastBelief(last);
        }
    }
}
