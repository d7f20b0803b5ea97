package io.stimloop.control.record;

import io.stimloop.control.journal.RecordVisitor;
import io.stimloop.v1.JournalRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What must be known of a journal before its experiment is built anew. */
public final class JournalSurvey implements RecordVisitor {
    /** Of one experiment, targets and their sum: more than any spec may have. */
    private static final int MOST_SITES = 4096;

    private final double[] granted = new double[MOST_SITES];
    private JournalRecord.Opened opened = JournalRecord.Opened.getDefaultInstance();
    private String ending = "";

    @Override
    public void visit(long number, JournalRecord record) {
        switch (record.getRecordCase()) {
            case OPENED -> opened = record.getOpened();
            case DOSE_RESERVED -> ReservedDoses.read(record.getDoseReserved(), granted);
            case FINISHED -> ending = "finished: " + record.getFinished().getReason();
            case HALTED -> ending = "halted: " + record.getHalted().getDetail();
            default -> {
                // Of no interest before the experiment is there.
            }
        }
    }

    /** The first record. */
    public JournalRecord.Opened opened() {
        return opened;
    }

    /** Whether the experiment is over. */
    public boolean over() {
        return !ending.isEmpty();
    }

    /** How it ended; empty when it has not. */
    public String ending() {
        return ending;
    }

    /** Doses that count as spent, by site, in picojoules. */
    public List<Double> grantedPicojoules() {
        return new ArrayList<>(Arrays.stream(granted).boxed().toList());
    }
}
