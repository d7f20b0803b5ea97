package io.stimloop.studies;

import io.stimloop.control.spec.Resolution;
import io.stimloop.control.spec.ResolvedSpec;
import io.stimloop.control.spec.SpecResolver;
import io.stimloop.control.spec.Violation;
import io.stimloop.gateway.cli.CommandFailure;
import io.stimloop.gateway.cli.CommandProvider;
import io.stimloop.gateway.cli.ExitCode;
import io.stimloop.gateway.cli.ExperimentFiles;
import io.stimloop.inference.objective.StimulusCost;
import io.stimloop.numerics.random.Streams;
import io.stimloop.studies.StudyResult.PlannerResult;
import io.stimloop.v1.ExperimentSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Compares planners on simulated cells. */
@Command(name = "study", mixinStandardHelpOptions = true, description = {
        "Compare planners on simulated cells: how fast does each learn?",
        "Every planner meets the same cells (the spec's simulation, or drawn from its prior) and the same chance."}, footer = {
                "",
                "Example: stimloop study config/experiments/lookahead-movement.yaml --planners lookahead:3,search --experiments 20 --trials 30"})
public final class StudyCommand implements Callable<Integer> {
    private static final long MEMORY_BYTES = 2_000_000_000L;
    private static final long SPECS = 0x7370656373L;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    @Parameters(paramLabel = "SPEC", description = "The experiment file.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(names = "--planners", split = ",", defaultValue = "spec,balanced,random", paramLabel = "NAME", description = "spec (as the file says), random, iid, balanced, search (one step ahead), lookahead:N (N steps), or an objective: infomax, minimumVariance, ...; those after the first are compared with it, experiment by experiment (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private List<String> planners;

    @Option(names = "--experiments", defaultValue = "30", paramLabel = "N", description = "Experiments with each (default: ${DEFAULT-VALUE}).")
    private int experiments;

    @Option(names = "--trials", defaultValue = "60", paramLabel = "T", description = "Trials of each experiment (default: ${DEFAULT-VALUE}).")
    private int trials;

    @Option(names = "--seed", defaultValue = "1", paramLabel = "S", description = "Seed of cells, chance and designs (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--checkpoints", split = ",", paramLabel = "T", description = "Trials after which to look (default: a dozen).")
    private int[] checkpoints = {};

    @Option(names = "--error", paramLabel = "WHAT", description = "CURVE (root mean square over the candidates) or PARAMETERS (sum of squares); default: PARAMETERS for a glm, else CURVE.")
    private @Nullable ErrorMeasure error;

    @Option(names = "--criterion", paramLabel = "E", description = "Also tell after how many trials the error is at most E.")
    private double criterion = Double.NaN;

    @Option(names = "--picture", paramLabel = "FILE", description = "Draw it: a file that ends in .svg or .png.")
    private @Nullable Path picture;

    @Option(names = "--threads", paramLabel = "N", description = "Experiments at once (default: one per processor); makes no difference to the result.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--json", description = "Print one JSON object on one line.")
    private boolean json;

    @Override
    public Integer call() {
        ResolvedSpec spec = ExperimentFiles.read(file);
        ErrorMeasure measure = error == null ? ErrorMeasure.usual(spec) : error;
        StudyResult result = new StudyResult(results(spec.original(), measure, checkpoints()));
        if (json) {
            command.commandLine().getOut().println(JsonMapper.builder().build().writeValueAsString(result));
        } else {
            command.commandLine().getOut().print(StudyTable.of(result, measure));
        }
        command.commandLine().getOut().flush();
        draw(result, spec, measure);
        return ExitCode.DONE;
    }

    private int[] checkpoints() {
        if (experiments < 1 || trials < 1 || threads < 1) {
            throw wrong("--experiments, --trials and --threads must be at least 1");
        }
        try {
            if (picture != null) {
                StudyPicture.requireName(picture);
            }
            planners.forEach(name -> StudyPlanners.with(name, ExperimentSpec.getDefaultInstance()));
            return checkpoints.length == 0
                    ? Checkpoints.upTo(trials)
                    : Checkpoints.listed(checkpoints, trials);
        } catch (IllegalArgumentException fault) {
            throw wrong(String.valueOf(fault.getMessage()));
        }
    }

    private ParameterException wrong(String words) {
        return new ParameterException(command.commandLine(), words);
    }

    private List<PlannerResult> results(ExperimentSpec spec, ErrorMeasure measure, int[] looked) {
        List<PlannerResult> results = new ArrayList<>();
        List<Course> first = List.of();
        for (String name : planners) {
            ExperimentSpec variant = StudyPlanners.with(name, spec);
            boolean costs = !resolved(name, variant, 0).aim().cost().equals(StimulusCost.NONE);
            Progress progress = new Progress(command.commandLine().getErr(), name, experiments);
            List<Course> courses = Workers.map(experiments, threads, index -> {
                Course course = new StudyExperiment(resolved(name, variant, index), measure, looked,
                        criterion, seed)
                        .run(index);
                progress.finished();
                return course;
            });
            results.add(Study.summarise(name, looked, !Double.isNaN(criterion), courses, first, costs));
            first = first.isEmpty() ? courses : first;
        }
        return results;
    }

    /** Every experiment draws designs, particles and candidates of its own. */
    private ResolvedSpec resolved(String planner, ExperimentSpec spec, int index) {
        long own = Streams.of(seed, index, SPECS).nextLong() >>> 1;
        return switch (SpecResolver.resolve(spec.toBuilder().setSeed(own).build(), MEMORY_BYTES)) {
            case Resolution.Accepted(ResolvedSpec accepted) -> accepted;
            case Resolution.Refused(List<Violation> violations) -> throw CommandFailure.invalidSpec(
                    "--planners " + planner + ": " + violations.getFirst(), null);
        };
    }

    private void draw(StudyResult result, ResolvedSpec spec, ErrorMeasure measure) {
        Optional<Path> wanted = Optional.ofNullable(picture);
        if (wanted.isPresent()) {
            try {
                StudyPicture.write(result,
                        spec.name() + ": mean of " + experiments
                                + " experiments, with its 95% confidence band",
                        measure.axis(spec.source().responses().kind()), wanted.get());
            } catch (IOException unwritable) {
                throw CommandFailure.environment(wanted.get() + ": cannot be written", unwritable);
            }
        }
    }

    /** Lets the program find the command. */
    public static final class Provider implements CommandProvider {
        @Override
        public Object command() {
            return new StudyCommand();
        }
    }
}
