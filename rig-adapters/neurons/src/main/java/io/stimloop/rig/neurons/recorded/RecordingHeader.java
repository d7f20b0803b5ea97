package io.stimloop.rig.neurons.recorded;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.commons.csv.CSVRecord;

/**
 * Where the columns of a recording are.
 *
 * @param names the names in the header row, in its order
 */
record RecordingHeader(List<String> names) {
    private static final List<String> COLUMNS = List.of("neuron", "direction_deg", "dispersion", "contrast",
            "repeat",
            "spike_count", "duration_s");

    /** A spreadsheet program may have put a byte order mark before the first name; it is not part of it. */
    static RecordingHeader of(CSVRecord header) {
        return new RecordingHeader(header.stream().map(name -> name.replace("\uFEFF", "").strip()).toList());
    }

    /** What is wrong with the header; empty when it has every column once. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        for (String column : COLUMNS) {
            int occurrences = Collections.frequency(names, column);
            if (occurrences != 1) {
                faults.add(column + ": "
                        + (occurrences == 0 ? "column is missing" : "column is there more than once")
                        + "; the header is '" + String.join(",", names) + "', must have "
                        + String.join(",", COLUMNS));
            }
        }
        return faults;
    }

    int index(String column) {
        return names.indexOf(column);
    }
}
