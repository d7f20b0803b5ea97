package io.stimloop.studies.calibration;

import io.stimloop.control.spec.Resolution;
import io.stimloop.control.spec.ResolvedSpec;
import io.stimloop.control.spec.SpecResolver;
import io.stimloop.gateway.cli.ExperimentFiles;
import io.stimloop.inference.belief.BeliefSource;
import io.stimloop.v1.BeliefForm;
import io.stimloop.v1.ExperimentSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The cases that come with the program: every experiment file beside this class. */
final class CalibrationCases {
    private static final long MEMORY_BYTES = 1L << 30;

    private CalibrationCases() {}

    /** All, by the names of their files. */
    static List<CalibrationCase> all() {
        return specs().stream().map(CalibrationCases::of).toList();
    }

    /** The specs of all, by the names of their files. */
    static List<ResolvedSpec> specs() {
        try {
            URI home = CalibrationCases.class.getProtectionDomain().getCodeSource().getLocation().toURI();
            Path root = Path.of(home);
            if (Files.isDirectory(root)) {
                return read(root);
            }
            try (FileSystem jar = FileSystems.newFileSystem(root)) {
                return read(jar.getPath("/"));
            }
        } catch (IOException | URISyntaxException unreadable) {
            throw new UncheckedIOException(
                    new IOException("the program's own files cannot be read", unreadable));
        }
    }

    private static List<ResolvedSpec> read(Path root) throws IOException {
        Path folder = root.resolve(CalibrationCases.class.getPackageName().replace('.', '/'));
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().map(ExperimentFiles::read)
                    .toList();
        }
    }

    /** The case of a spec, which says with stopping.maxTrials how long an experiment is. */
    static CalibrationCase of(ResolvedSpec spec) {
        return new CalibrationCase(spec.name(), belief(spec), spec.candidates(),
                (int) spec.stopping().maxTrials(),
                seed -> source(spec.original(), seed));
    }

    /** As the spec says; where it leaves that to the model, as the model has it. Of a population, that of each unit. */
    private static String belief(ResolvedSpec spec) {
        BeliefForm form = spec.original().getBelief();
        if (form.getGrid().hasRefine()) {
            return "refined grid";
        }
        String[] kind = spec.source().create().state().kind().split("/", -1);
        return form.getKindCase() == BeliefForm.KindCase.KIND_NOT_SET
                ? kind[kind.length - 2]
                : form.getKindCase().name().toLowerCase(Locale.ROOT);
    }

    private static BeliefSource source(ExperimentSpec spec, long seed) {
        return switch (SpecResolver.resolve(spec.toBuilder().setSeed(seed).build(), MEMORY_BYTES)) {
            case Resolution.Accepted accepted -> accepted.spec().source();
            case Resolution.Refused refused ->
                throw new IllegalStateException(refused.violations().toString());
        };
    }
}
