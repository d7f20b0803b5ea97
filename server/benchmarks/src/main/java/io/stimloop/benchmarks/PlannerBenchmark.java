package io.stimloop.benchmarks;

import io.stimloop.control.spec.ResolvedSpec;
import io.stimloop.gateway.cli.ExitCode;
import io.stimloop.inference.belief.ResponsePredictor;
import io.stimloop.inference.grid.GridBelief;
import io.stimloop.inference.grid.TuningCurveSource;
import io.stimloop.planning.pool.Crew;
import io.stimloop.planning.pool.WorkerPool;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The planner's promises: on time whatever happens, ready before it is asked, all processors at work. */
@Command(name = "planner", mixinStandardHelpOptions = true, description = {
        "Deadlines under objectives that misbehave, planning ahead, threads and scheduling.",
        "late: answers more than 1 ms after their deadline, of 16 experiments with deadlines from 2 to 50 ms whose"
                + " objectives are slow, allocate, throw, give no number or never return; missed: after it at all.",
        "foreseenShare and reactionRatioP50: trials whose decision was ready when the response came, and the median"
                + " round trip over that of a fixed sequence of stimuli, on W1 with 194,481 points and 61 stimuli.",
        "parallelEfficiency: time of a search on that belief by one thread over that by all.",
        "schedulingMicros: what a search takes beside scoring."}, footer = {
                "", "Example: stimloop benchmark planner --json"})
final class PlannerBenchmark implements Callable<Integer> {
    private static final int CELLS = 21;
    private static final int SEARCHES = 60;
    private static final int WARM_UPS = 2;
    private static final int ROUNDS = 9;
    private static final int PROBES = 2_000;

    @Option(names = "--trials", defaultValue = "50000", paramLabel = "N", description = "Of all 16 experiments together (default: ${DEFAULT-VALUE}).")
    private long trials;

    @Option(names = "--reactions", defaultValue = "100", paramLabel = "N", description = "Trials over gRPC of each planner (default: ${DEFAULT-VALUE}).")
    private int reactions;

    @Option(names = "--trial-millis", defaultValue = "500", paramLabel = "MS", description = "How long a stimulus is on in these (default: ${DEFAULT-VALUE}).")
    private long trialMillis;

    @Option(names = "--cells", defaultValue = ""
            + CELLS, paramLabel = "N", description = "Values of each parameter where threads are compared (default: ${DEFAULT-VALUE}, 194,481 points).")
    private int cells;

    @Option(names = "--population-trials", defaultValue = "60", paramLabel = "N", description = "Trials of a population with a deadline that is too short, without and with use of the time between (default: ${DEFAULT-VALUE}).")
    private int populationTrials;

    @Mixin
    private final Report report = new Report();

    /**
     * The answer.
     *
     * @param fallbacks      answers of the 16 experiments that were the fallback
     * @param lost           trials that were not answered
     * @param worstMicros    the latest answer of all after its deadline
     * @param populationWithout utility of what is chosen for a population in too short a time, part of the best there is
     * @param populationWith    likewise, when the time between trials is used
     * @param sequenceMicros median round trip of the fixed sequence
     */
    record Result(long late, long missed, long trials, double foreseenShare, double reactionRatioP50,
            double parallelEfficiency, double schedulingMicros, long fallbacks, long lost, double worstMicros,
            double sequenceMicros, double populationWithout, double populationWith) {}

    @Override
    public Integer call() throws IOException {
        ReactionTrials.Result reaction = ReactionTrials.run(reactions, trialMillis);
        double efficiency = parallelEfficiency();
        double scheduling;
        try (WorkerPool pool = pool()) {
            scheduling = new SchedulingProbe().medianMicros(pool, PROBES);
        }
        AdversarialTrials.Result deadlines = new AdversarialTrials().run(trials);
        report.print(
                new Result(deadlines.late(), deadlines.missed(), deadlines.trials(), reaction.foreseenShare(),
                        reaction.searchMicros() / reaction.sequenceMicros(), efficiency, scheduling,
                        deadlines.fallbacks(),
                        deadlines.lost(), deadlines.worstMicros(), reaction.sequenceMicros(),
                        new CarryOverTrials().run(populationTrials, false),
                        new CarryOverTrials().run(populationTrials, true)));
        return ExitCode.DONE;
    }

    private static WorkerPool pool() {
        return new WorkerPool(Runtime.getRuntime().availableProcessors());
    }

    private double parallelEfficiency() {
        var w1 = Workload.w1(cells, cells, cells, cells);
        w1.getModelBuilder().getTuningCurveBuilder().setCountCeiling(40);
        ResolvedSpec spec = Specs.resolved(w1.build());
        GridBelief prior = new GridBelief(((TuningCurveSource) spec.source()).curve());
        ResponsePredictor tables = prior.predictor(spec.candidates());
        try (WorkerPool pool = pool()) {
            double[][] alone = new double[ROUNDS][];
            double[][] together = new double[ROUNDS][];
            for (int round = -WARM_UPS; round < ROUNDS; round++) {
                int row = Math.max(round, 0);
                alone[row] = searchMillis(spec, prior, tables, Crew.alone());
                together[row] = searchMillis(spec, prior, tables, pool);
            }
            return typicalCourse(alone) / typicalCourse(together);
        }
    }

    private static double[] searchMillis(ResolvedSpec spec, GridBelief prior, ResponsePredictor tables,
            Crew crew) {
        InfomaxExperiment experiment = new InfomaxExperiment(spec, prior, tables, crew, 1);
        experiment.run(SEARCHES);
        return experiment.searchMillis();
    }

    /**
     * Time of all searches of an experiment, each the median of the rounds: the same search in each, which takes less and
     * less time in the course of an experiment.
     */
    private static double typicalCourse(double[][] rounds) {
        double sum = 0;
        for (int search = 0; search < SEARCHES; search++) {
            double[] one = new double[rounds.length];
            for (int round = 0; round < rounds.length; round++) {
                one[round] = rounds[round][search];
            }
            sum += InfomaxExperiment.median(one);
        }
        return sum;
    }
}
