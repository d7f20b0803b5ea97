package io.stimloop.control.experiment;

import io.stimloop.control.spec.ResolvedSpec;
import io.stimloop.inference.belief.Belief;
import io.stimloop.v1.BeliefSnapshot;
import io.stimloop.v1.JournalRecord;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Builds an experiment anew from its journal, record by record. Not thread safe. */
public final class Reopening {
    private final ExperimentOpener opener;
    private final Host host;
    private final long memoryBudgetBytes;
    private final BeliefSnapshot.Builder initial = BeliefSnapshot.newBuilder();
    private JournalRecord.Opened opened = JournalRecord.Opened.getDefaultInstance();
    private int missingParts;
    private @Nullable Opening opening;
    private @Nullable Companions companions;
    private @Nullable Recollection recollection;

    /** Where the experiment comes back to. */
    public interface Host extends ExperimentOpener.Admitting {
        /**
         * Gives it a place, and says what its spec means here.
         *
         * @throws Refused if it may not come back
         */
        ResolvedSpec place(JournalRecord.Opened opened);

        /** Who goes along with it; told nothing of what is past. */
        Companions companions(ResolvedSpec spec, String id);
    }

    /** Of an experiment of which nothing was read yet. */
    public Reopening(ExperimentOpener opener, Host host, long memoryBudgetBytes) {
        this.opener = opener;
        this.host = host;
        this.memoryBudgetBytes = memoryBudgetBytes;
    }

    /**
     * Takes the next record of the journal.
     *
     * @throws Refused if the experiment cannot be opened here; {@link IllegalStateException} if the records contradict
     *                 each other
     */
    public void take(JournalRecord record) {
        switch (record.getRecordCase()) {
            case OPENED -> {
                opened = record.getOpened();
                missingParts = opened.getInitialBeliefParts();
                openWhenComplete();
            }
            case INITIAL_BELIEF -> {
                initial.mergeFrom(record.getInitialBelief());
                missingParts--;
                openWhenComplete();
            }
            default -> recollection().take(record);
        }
    }

    private void openWhenComplete() {
        if (missingParts > 0) {
            return;
        }
        ResolvedSpec spec = host.place(opened);
        Belief belief = opened.getInitialBeliefParts() == 0
                ? spec.source().create()
                : BeliefSnapshots.restore(initial.build(), spec, "initial_belief");
        Instant created = Instant.ofEpochSecond(opened.getCreatedAt().getSeconds(),
                opened.getCreatedAt().getNanos());
        Companions along = host.companions(spec, opened.getExperimentId());
        Opening made = opener.opening(opened.getExperimentId(), spec, created, belief, along, host);
        companions = along;
        opening = made;
        recollection = opener.recollection(made, memoryBudgetBytes);
    }

    private Recollection recollection() {
        Recollection found = recollection;
        if (found == null) {
            throw new IllegalStateException("the journal begins with " + (missingParts > 0
                    ? "a belief of which " + missingParts + " parts are missing"
                    : "no record of what was opened"));
        }
        return found;
    }

    /**
     * The experiment, where its journal left it; paused where it was running.
     *
     * @throws Refused if the belief is not what it was
     */
    public Experiment experiment() {
        Recollection all = recollection();
        Opening made = Objects.requireNonNull(opening, "what is recollected was opened");
        if (!all.faithful()) {
            throw Refused.of(Refused.Kind.STATE, "after trial " + all.firstDiffering()
                    + " the belief is not what it was, bit for bit; the journal was kept by another version of the"
                    + " program ("
                    + opened.getSoftwareVersion() + ", Java " + opened.getJavaVersion() + ")");
        }
        all.end();
        return opener.reopen(made, all, Objects.requireNonNull(companions, "made with the opening"));
    }
}
