package io.stimloop.gateway.cli;

import io.stimloop.rig.neurons.recorded.Recording;
import io.stimloop.rig.neurons.recorded.RecordingException;
import io.stimloop.rig.neurons.recorded.Repeats;
import io.stimloop.rig.neurons.recorded.Selection;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/** Reads the recordings that commands name. */
public final class Recordings {
    private Recordings() {}

    /**
     * A recording without faults.
     *
     * @throws CommandFailure with its faults, or because it cannot be read
     */
    public static Recording read(Path csv) {
        return orFail(() -> {
            try {
                return Recording.read(csv);
            } catch (NoSuchFileException missing) {
                throw CommandFailure.environment(csv + ": there is no such file", missing);
            } catch (IOException unreadable) {
                throw CommandFailure.environment(csv + ": cannot be read (" + unreadable.getMessage() + ")",
                        unreadable);
            }
        });
    }

    /**
     * The recorded repeats of each direction, ascending.
     *
     * @throws CommandFailure if there are none
     */
    public static List<Repeats> repeats(Recording recording, Selection selection) {
        return orFail(() -> recording.repeats(selection));
    }

    private static <T> T orFail(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (RecordingException wrong) {
            throw CommandFailure.invalidSpec(String.valueOf(wrong.getMessage()), wrong);
        }
    }
}
