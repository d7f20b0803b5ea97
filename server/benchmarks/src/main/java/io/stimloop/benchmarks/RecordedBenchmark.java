package io.stimloop.benchmarks;

import picocli.CommandLine.Command;

/** x. */
@Command(name = "recorded", mixinStandardHelpOptions = true, description = "x")
final class RecordedBenchmark implements Runnable {
    @Override
    public void run() {}
}
