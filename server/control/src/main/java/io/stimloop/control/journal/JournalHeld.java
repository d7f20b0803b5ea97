package io.stimloop.control.journal;

import java.io.IOException;

/** Someone else has the journal open. */
public final class JournalHeld extends IOException {
    private static final long serialVersionUID = 1L;

    /** Says where, and who has it. */
    public JournalHeld(String place, String holder) {
        super(place + " is in use by " + holder + "; two servers cannot share a journal");
    }
}
