package io.stimloop.rig.neurons.recorded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes recordings for tests. */
final class CsvFile {
    static final String HEADER = "neuron,direction_deg,dispersion,contrast,repeat,spike_count,duration_s";

    private CsvFile() {}

    /** A file with this header and these rows. */
    static Path withHeader(Path folder, String header, String... rows) throws IOException {
        return Files.writeString(folder.resolve("cells.csv"), header + "\n" + String.join("\n", rows) + "\n");
    }

    /** A file with the right header and these rows; the first row stands in line 2. */
    static Path of(Path folder, String... rows) throws IOException {
        return withHeader(folder, HEADER, rows);
    }
}
