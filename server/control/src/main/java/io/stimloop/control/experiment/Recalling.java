package io.stimloop.control.experiment;

import io.stimloop.v1.JournalRecord;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A journal as it is read from its beginning: the records that open it, and then those of its trials. Not thread safe. */
final class Recalling {
    private final OpenedBelief beginning = new OpenedBelief();
    private final Function<OpenedBelief, Recollection> begin;
    private @Nullable Recollection recollection;

    /** @param begin called once, with the records that open the journal when they are complete */
    Recalling(Function<OpenedBelief, Recollection> begin) {
        this.begin = begin;
    }

    /**
     * Takes the next record of the journal.
     *
     * @throws IllegalStateException if the records contradict each other
     */
    void take(JournalRecord record) {
        Recollection known = recollection;
        if (known != null) {
            known.take(record);
        } else if (beginning.completedBy(record)) {
            recollection = begin.apply(beginning);
        }
    }

    /** The records that open the journal, as far as they have come. */
    OpenedBelief beginning() {
        return beginning;
    }

    /**
     * What came of all records so far.
     *
     * @throws IllegalStateException if those that open the journal are not complete
     */
    Recollection all() {
        Recollection known = recollection;
        if (known == null) {
            throw beginning.incomplete();
        }
        return known;
    }
}
