package io.stimloop.rig.neurons.recorded;

import io.stimloop.rig.neurons.Neuron;
import io.stimloop.rig.neurons.recorded.RecordedTrial.Condition;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Reads the trials of one CSV file and collects its faults. Used once. Not thread safe. */
final class RecordingReader {
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT.builder().setTrim(true).get();

    private final Path file;
    private final List<String> faults = new ArrayList<>();
    private final List<RecordedTrial> trials = new ArrayList<>();
    private final Map<RepeatKey, String> places = new HashMap<>();

    /** What there may be one row of. */
    private record RepeatKey(String neuron, @Nullable Condition condition, int repeat) {}

    RecordingReader(Path file) {
        this.file = file;
    }

    List<RecordedTrial> read() throws IOException {
        try (CSVParser parser = CSVParser.builder().setReader(new StringReader(text())).setFormat(FORMAT)
                .get()) {
            readRows(parser);
        }
        if (faults.isEmpty() && trials.isEmpty()) {
            faults.add(file + ": has no trials; there must be a header row and a row for each trial");
        }
        if (!faults.isEmpty()) {
            throw RecordingException.of(faults);
        }
        return trials;
    }

    private String text() throws IOException {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new RecordingException(file + ": is not text in UTF-8");
        }
    }

    private void readRows(CSVParser parser) {
        try {
            Iterator<CSVRecord> rows = parser.iterator();
            if (rows.hasNext()) {
                readRows(parser, RecordingHeader.of(rows.next()), rows);
            }
        } catch (UncheckedIOException e) {
            // The text is in memory, so this is about its quotation marks; nothing after them can be read.
            faults.add(place(parser) + ": " + e.getMessage());
        }
    }

    private void readRows(CSVParser parser, RecordingHeader header, Iterator<CSVRecord> rows) {
        header.faults().forEach(fault -> faults.add(place(parser) + ": " + fault));
        while (header.faults().isEmpty() && rows.hasNext()) {
            CSVRecord row = rows.next();
            if (row.size() == header.names().size()) {
                readTrial(new RecordingRow(header, row, place(parser), faults));
            } else {
                faults.add(place(parser) + ": row has " + row.size() + " values, must have "
                        + header.names().size() + " as the header has");
            }
        }
    }

    private String place(CSVParser parser) {
        return file + ":" + parser.getCurrentLineNumber();
    }

    private void readTrial(RecordingRow row) {
        int faultsBefore = faults.size();
        String neuron = row.name("neuron");
        Condition condition = row.isEmpty("direction_deg") ? null : readCondition(row);
        int repeat = row.wholeNumber("repeat", Integer.MAX_VALUE);
        int count = row.wholeNumber("spike_count", Neuron.LARGEST_COUNT);
        row.number("duration_s", Double.MIN_VALUE, Double.MAX_VALUE, "a number of seconds above 0");
        if (faults.size() == faultsBefore) {
            String earlier = places.putIfAbsent(new RepeatKey(neuron, condition, repeat), row.place());
            if (earlier != null) {
                row.fault("repeat", "is " + repeat + " for the same condition as in " + earlier
                        + ", must be the number of another repeat");
            }
            trials.add(new RecordedTrial(neuron, condition, repeat, count));
        }
    }

    private static Condition readCondition(RecordingRow row) {
        return new Condition(
                row.number("direction_deg", -Double.MAX_VALUE, Double.MAX_VALUE,
                        "a direction in degrees, or empty for a blank screen"),
                row.number("dispersion", 0, Double.MAX_VALUE, "a number, 0 (a single grating) or above"),
                row.number("contrast", 0, 1, "a number from 0 to 1"));
    }
}
