package io.stimloop.export.session;

import io.stimloop.control.experiment.Retelling;
import io.stimloop.control.spec.ResolvedSpec;
import io.stimloop.v1.ExperimentSpec;
import io.stimloop.v1.JournalRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The second pass: tells the trials, and what was believed after them, in bounded memory. Not thread safe. */
public final class SessionReader {
    /** A receipt may come after the outcome of its trial, hardly after that of the next. */
    private static final int PENDING = 2;

    private final Session session;
    private final SessionListener listener;
    private final @Nullable BeliefTeller teller;
    private final SessionClock clock = new SessionClock();
    private final ArrayDeque<TrialDraft> pending = new ArrayDeque<>();
    /** As the journal has it. */
    private double entropyNats = Double.NaN;

    private SessionReader(Session session, SessionListener listener, @Nullable BeliefTeller teller) {
        this.session = session;
        this.listener = listener;
        this.teller = teller;
        clock.start(session.opened().getCreatedAt());
    }

    /**
     * Tells an experiment.
     *
     * @param specs   what a spec means
     * @param beliefs whether what was believed is told too, for which the belief must learn again
     * @throws IOException           if it cannot be read, or the listener cannot write
     * @throws IllegalStateException if the records contradict each other
     */
    public static void tell(JournalFolder folder, Session session,
            Function<ExperimentSpec, ResolvedSpec> specs, boolean beliefs, SessionListener listener)
            throws IOException {
        BeliefTeller teller = beliefs ? new BeliefTeller(session, listener) : null;
        SessionReader reader = new SessionReader(session, listener, teller);
        Retelling retelling = teller == null
                ? null
                : new Retelling(specs, Runtime.getRuntime().maxMemory(), teller);
        try {
            // What an experiment that runs has written since the survey is left out.
            var _ = folder.read((number, record) -> {
                if (number <= session.records()) {
                    reader.take(record, retelling);
                }
            });
            reader.complete(0);
            if (teller != null) {
                teller.end();
            }
        } catch (UncheckedIOException unwritable) {
            throw unwritable.getCause();
        }
    }

    private void take(JournalRecord record, @Nullable Retelling retelling) {
        try {
            if (record.hasClockAnchor()) {
                clock.anchor(record.getClockAnchor());
            }
            if (record.hasCommanded()) {
                complete(PENDING - 1);
                pending.add(new TrialDraft(record.getCommanded(), clock.at(record)));
            }
            if (retelling != null && teller != null) {
                teller.at(clock.at(record));
                retelling.take(record);
            }
            follow(record);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private void follow(JournalRecord record) {
        switch (record.getRecordCase()) {
            case TAKEN -> {
                TrialDraft trial = trial(record.getTaken().getOutcome().getTrial());
                trial.taken(record.getTaken(), clock.at(record));
                if (teller != null) {
                    teller.complete(trial);
                }
            }
            case LEARNED -> {
                JournalRecord.Learned learned = record.getLearned();
                trial(learned.getTrial()).learned(learned, entropyNats);
                entropyNats = learned.hasEntropyNats() ? learned.getEntropyNats() : Double.NaN;
            }
            case OPENED ->
                entropyNats = record.getOpened().hasEntropyNats()
                        ? record.getOpened().getEntropyNats()
                        : Double.NaN;
            // From here on it is the entropy of another belief.
            case MAINTAINED, NEURONS_CHANGED -> entropyNats = Double.NaN;
            case RECEIPT -> pending.stream().filter(draft -> draft.number() == record.getReceipt().getTrial())
                    .forEach(draft -> draft.receipt(record.getReceipt()));
            default -> {
                // Is no part of a trial.
            }
        }
    }

    private TrialDraft trial(long number) {
        return pending.stream().filter(draft -> draft.number() == number).findFirst().orElseThrow(
                () -> new IllegalStateException("trial " + number + " has an outcome and no command"));
    }

    private void complete(int kept) throws IOException {
        while (pending.size() > kept) {
            listener.trial(pending.remove().complete(session.deadlineSeconds()));
        }
    }
}
