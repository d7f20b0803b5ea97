package io.stimloop.rig.neurons.recorded;

import java.util.List;

/** A recording that is not as it must be, or that has nothing for a selection. */
public final class RecordingException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final int LARGEST_LISTING = 20;

    /** A fault whose message names the file, what is wrong and what would be right. */
    public RecordingException(String message) {
        super(message);
    }

    /** All faults of a file, one a line; a listing ends after the first 20. */
    static RecordingException of(List<String> faults) {
        List<String> listed = faults.subList(0, Math.min(LARGEST_LISTING, faults.size()));
        int more = faults.size() - listed.size();
        return new RecordingException(
                String.join("\n", listed) + (more > 0 ? "\nand " + more + " faults more" : ""));
    }
}
