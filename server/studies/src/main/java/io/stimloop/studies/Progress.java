package io.stimloop.studies;

import java.io.PrintWriter;
import java.util.Locale;

/** Tells a person how far a study has come: a line at every tenth of a planner's experiments. Thread safe. */
final class Progress {
    private static final int LINES = 10;

    private final PrintWriter out;
    private final String planner;
    private final int experiments;
    private int done;

    Progress(PrintWriter out, String planner, int experiments) {
        this.out = out;
        this.planner = planner;
        this.experiments = experiments;
    }

    /** One experiment more is done. */
    synchronized void finished() {
        int before = tenths();
        done++;
        if (tenths() > before) {
            out.println(String.format(Locale.ROOT, "%s: %d of %d experiments", planner, done, experiments));
            out.flush();
        }
    }

    private int tenths() {
        return (int) ((long) done * LINES / experiments);
    }
}
