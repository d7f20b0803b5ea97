package io.stimloop.rig.neurons.recorded;

import java.util.List;
import org.apache.commons.csv.CSVRecord;

/**
 * One row of a recording, as long as the header, whose values are read by column. What cannot be read becomes a fault and reads as
 * 0, so that the other columns of the row are looked at too.
 *
 * @param place  file and line, for messages
 * @param faults where faults are added
 */
record RecordingRow(RecordingHeader header, CSVRecord row, String place, List<String> faults) {
    boolean isEmpty(String column) {
        return text(column).isEmpty();
    }

    String name(String column) {
        if (isEmpty(column)) {
            fault(column, "is empty, must be the name of the neuron");
        }
        return text(column);
    }

    /** A number from {@code least} to {@code most}, both allowed. */
    double number(String column, double least, double most, String expected) {
        double value = parsed(text(column));
        if (!(value >= least && value <= most)) {
            fault(column, "is '" + text(column) + "', must be " + expected);
            return 0;
        }
        return value;
    }

    /** A whole number from 0 to {@code most}. */
    int wholeNumber(String column, int most) {
        String expected = "a whole number from 0 to " + most;
        double value = number(column, 0, most, expected);
        if (value != Math.rint(value)) {
            fault(column, "is '" + text(column) + "', must be " + expected);
        }
        return (int) value;
    }

    void fault(String column, String problem) {
        faults.add(place + ": " + column + ": " + problem);
    }

    private String text(String column) {
        return row.get(header.index(column));
    }

    private static double parsed(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
