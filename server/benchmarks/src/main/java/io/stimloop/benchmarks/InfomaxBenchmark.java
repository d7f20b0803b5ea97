package io.stimloop.benchmarks;

import picocli.CommandLine.Command;

/** x. */
@Command(name = "infomax", mixinStandardHelpOptions = true, description = "x")
final class InfomaxBenchmark implements Runnable {
    @Override
    public void run() {}
}
