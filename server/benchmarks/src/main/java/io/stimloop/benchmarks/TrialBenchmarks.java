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
    @Param({"PSYCHOMETRIC_SMALL", "PSYCHOMETRIC_LARGE", "TUNING_CURVE_SMALL", "TUNING_CURVE_LARGE",
            "GLM_SMALL",
            "GLM_LARGE", "MAP_SMALL", "MAP_LARGE", "PARTICLES_SMALL", "PARTICLES_LARGE"})
    public String belief = "";

    private SizedTrials trials = new SizedTrials(SizedBelief.PSYCHOMETRIC_SMALL);

    /** Makes the belief and teaches it some trials. */
    @Setup
    public void teach() {
        trials = new SizedTrials(SizedBelief.valueOf(belief));
    }

    /** The next stimulus. */
    @Benchmark
    public int trial() {
        return trials.trial();
    }
}
