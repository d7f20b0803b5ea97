package io.stimloop.control.arming;

import io.stimloop.v1.Ready;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The stimulator that is connected.
 *
 * @param rigId     its name
 * @param simulated whether it says that it drives nothing
 * @param ready     its latest word on its health; null before the first
 */
record Stimulator(String rigId, boolean simulated, @Nullable Ready ready) {
    Stimulator with(Ready latest) {
        return new Stimulator(rigId, simulated, latest);
    }

    /** What it lacks to be armed, in words. */
    List<String> missing(String limitsSha256) {
        Ready said = ready;
        if (said == null) {
            return List.of("rig " + rigId + " has not said Ready");
        }
        List<String> missing = new ArrayList<>();
        if (!said.getLimitsSha256().equals(limitsSha256)) {
            missing.add("rig " + rigId + " holds the limits " + named(said.getLimitsSha256())
                    + "; those in force are " + limitsSha256);
        }
        if (!said.getHealthy()) {
            missing.add("rig " + rigId + " is not healthy: "
                    + (said.getDetail().isEmpty() ? "it does not say why" : said.getDetail()));
        }
        return missing;
    }

    private static String named(String sha256) {
        return sha256.isEmpty() ? "(none)" : sha256;
    }
}
