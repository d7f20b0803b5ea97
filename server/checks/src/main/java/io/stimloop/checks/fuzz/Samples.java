package io.stimloop.checks.fuzz;

import io.stimloop.gateway.config.ExperimentFile;
import io.stimloop.v1.ExperimentSpec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Right inputs to begin with: files that are shipped with the program. */
final class Samples {
    private static final List<String> EXPERIMENTS = List.of("direction-tuning.yaml", "psychometric-2afc.yaml",
            "map-1d.yaml", "optogenetic-mapping.yaml", "source-location.yaml", "lookahead-movement.yaml",
            "bak-pillow.yaml", "population.yaml");
    private static final String FOLDER = "/io/stimloop/gateway/config/";

    private Samples() {}

    /** Specs of many kinds. */
    static List<ExperimentSpec> specs() {
        return EXPERIMENTS.stream().map(ExperimentFile::shipped).toList();
    }

    /** The texts of the same. */
    static List<String> experiments() {
        return EXPERIMENTS.stream().map(name -> text(FOLDER + name)).toList();
    }

    /** The limits that hold where none are given. */
    static String limits() {
        return text(FOLDER + "limits/default.yaml");
    }

    private static String text(String resource) {
        try (InputStream in = Samples.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
