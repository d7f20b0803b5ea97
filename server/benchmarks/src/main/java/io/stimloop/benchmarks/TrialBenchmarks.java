package io.stimloop.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * A trial, the update and the choice by infomax, on beliefs of each form in two sizes. With JMH's profiler of garbage it
 * says what a trial allocates: {@code ./stimloop benchmark allocation}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class TrialBenchmarks {
    /** Name of a {@link SizedBelief}. */
    @Param({"psychometric, 820 cells", "psychometric, 41,000 cells", "tuning curve, 4,096 cells",
            "tuning curve, 194,481 cells", "glm, 100 weights", "glm, 400 weights",
            "rate map, 10 x 10 candidates",
            "rate map, 30 x 30 candidates", "1,000 particles", "16,000 particles"})
    public String belief = "psychometric, 820 cells";

    private SizedTrials trials = new SizedTrials(SizedBelief.named(belief));

    /** Makes the belief and teaches it some trials. */
    @Setup
    public void teach() {
        trials = new SizedTrials(SizedBelief.named(belief));
    }

    /** The next stimulus. */
    @Benchmark
    public int trial() {
        return trials.trial();
    }
}
