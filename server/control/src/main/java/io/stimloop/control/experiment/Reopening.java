package io.stimloop.control.experiment;

import io.stimloop.control.spec.ResolvedSpec;
import io.stimloop.v1.JournalRecord;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Builds an experiment anew from its journal, record by record. Not thread safe. */
public final class Reopening {
    private final ExperimentOpener opener;
    private final Host host;
    private final long memoryBudgetBytes;
    private final Recalling recalling = new Recalling(this::begin);
    private @Nullable Opening opening;
    private @Nullable Companions companions;

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
     * @throws Refused               if the experiment cannot be opened here
     * @throws IllegalStateException if the records contradict each other
     */
    public void take(JournalRecord record) {
        recalling.take(record);
    }

    private Recollection begin(OpenedBelief beginning) {
        JournalRecord.Opened opened = beginning.opened();
        ResolvedSpec spec = host.place(opened);
        Instant created = Instant.ofEpochSecond(opened.getCreatedAt().getSeconds(),
                opened.getCreatedAt().getNanos());
        Companions along = host.companions(spec, opened.getExperimentId());
        Opening made = opener.opening(opened.getExperimentId(), spec, created, beginning.belief(spec), along,
                host);
        companions = along;
        opening = made;
        return opener.recollection(opened, made, memoryBudgetBytes);
    }

    /**
     * The experiment, where its journal left it; paused where it was running.
     *
     * @throws Refused if the belief is not what it was
     */
    public Experiment experiment() {
        Recollection all = recalling.all();
        Opening made = Objects.requireNonNull(opening, "made with the recollection");
        if (!all.faithful()) {
            throw Refused.of(Refused.Kind.STATE, "after trial " + all.firstDiffering()
                    + " the belief is not what it was, bit for bit; the journal was kept by another version of the"
                    + " program ("
                    + recalling.beginning().opened().getSoftwareVersion() + ", "
                    + recalling.beginning().opened().getJavaVersion()
                    + ")");
        }
        all.end();
        return opener.reopen(made, all, Objects.requireNonNull(companions, "made with the opening"));
    }
}
