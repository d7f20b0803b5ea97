package io.stimloop.benchmarks;

import io.stimloop.control.spec.ResolvedSpec;
import io.stimloop.gateway.cli.ExitCode;
import io.stimloop.inference.belief.ResponsePredictor;
import io.stimloop.inference.grid.GridBelief;
import io.stimloop.inference.grid.PlainPredictor;
import io.stimloop.inference.grid.TuningCurveSource;
import io.stimloop.inference.objective.Infomax;
import io.stimloop.planning.pool.WorkerPool;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Exact infomax on the full-size W1: learning from an outcome and choosing among 61 stimuli. */
@Command(name = "infomax", mixinStandardHelpOptions = true, description = "Update and choice on W1 (194,481 grid points, 61 stimuli, counts up to 40 and tail) on all"
        + " cores, beside the plain way, which evaluates p(r | x, theta) for every triple.", footer = {
                "", "Example: stimloop benchmark infomax --json"})
final class InfomaxBenchmark implements Callable<Integer> {
    private static final int CELLS = 21;
    private static final int LARGEST_COUNT = 40;
    private static final int[] COMPARED_AFTER = {0, 1, 5, 30};
    private static final double MEGABYTE = 1e6;

    @Option(names = "--trials", defaultValue = "100", paramLabel = "N", description = "Trials of an experiment to time (default: ${DEFAULT-VALUE}).")
    private int trials;

    @Option(names = "--warm-up", defaultValue = "3", paramLabel = "N", description = "Experiments to run before timing (default: ${DEFAULT-VALUE}).")
    private int warmUps;

    @Mixin
    private final Report report = new Report();

    /**
     * The answer.
     *
     * @param firstMillis   update and choice in the first trial, from the flat prior; median of several
     * @param medianMillis  update and choice, median over the trials of an experiment
     * @param plainMillis   the first choice the plain way, on as many threads
     * @param peakMegabytes belief, tables and views, and all garbage of the timed trials
     * @param maxErrorNats  largest difference of a utility from the plain way's, after 0, 1, 5 and 30 trials
     * @param updateMillis  the update alone, median over the trials
     * @param kilobytesPerTrial garbage of the thread that learns and chooses
     */
    record Result(double firstMillis, double medianMillis, double plainMillis, double peakMegabytes,
            double maxErrorNats, double updateMillis, double kilobytesPerTrial) {}

    @Override
    public Integer call() {
        ResolvedSpec spec = spec();
        try (WorkerPool pool = new WorkerPool(Runtime.getRuntime().availableProcessors())) {
            long before = Heap.usedBytes();
            GridBelief prior = new GridBelief(((TuningCurveSource) spec.source()).curve());
            ResponsePredictor tables = prior.predictor(spec.candidates());
            for (int w = 0; w < warmUps; w++) {
                new InfomaxExperiment(spec, prior, tables, pool, w).run(trials);
            }
            double firstMillis = firstMillis(spec, prior, tables, pool);
            InfomaxExperiment timed = new InfomaxExperiment(spec, prior, tables, pool, warmUps);
            long garbage = Heap.allocatedBytes();
            timed.run(trials);
            garbage = Heap.allocatedBytes() - garbage;
            long live = Heap.usedBytes() - before;
            report.print(new Result(firstMillis, timed.medianMillis(), plainMillis(spec, prior, pool),
                    (live + garbage) / MEGABYTE, maxError(spec, prior, tables, pool),
                    timed.medianUpdateMillis(),
                    garbage / 1e3 / trials));
        }
        return ExitCode.DONE;
    }

    private static ResolvedSpec spec() {
        var w1 = Workload.w1(CELLS, CELLS, CELLS, CELLS);
        w1.getModelBuilder().getTuningCurveBuilder().setCountCeiling(LARGEST_COUNT);
        return Specs.resolved(w1.build());
    }

    private static double firstMillis(ResolvedSpec spec, GridBelief prior, ResponsePredictor tables,
            WorkerPool pool) {
        double[] millis = new double[9];
        for (int i = 0; i < millis.length; i++) {
            InfomaxExperiment experiment = new InfomaxExperiment(spec, prior, tables, pool, i);
            experiment.run(1);
            millis[i] = experiment.medianMillis();
        }
        return InfomaxExperiment.median(millis);
    }

    private static double plainMillis(ResolvedSpec spec, GridBelief prior, WorkerPool pool) {
        ResponsePredictor plain = new PlainPredictor(((TuningCurveSource) spec.source()).curve(), prior,
                spec.candidates());
        InfomaxExperiment experiment = new InfomaxExperiment(spec, prior, plain, pool, 0);
        experiment.run(1);
        return experiment.medianMillis();
    }

    private static double maxError(ResolvedSpec spec, GridBelief prior, ResponsePredictor tables,
            WorkerPool pool) {
        double largest = 0;
        for (int after : COMPARED_AFTER) {
            InfomaxExperiment experiment = new InfomaxExperiment(spec, prior, tables, pool, 1);
            experiment.run(after);
            largest = Math.max(largest, experiment.errorAgainst(
                    new PlainPredictor(((TuningCurveSource) spec.source()).curve(), prior, spec.candidates()),
                    new Infomax()));
        }
        return largest;
    }
}
