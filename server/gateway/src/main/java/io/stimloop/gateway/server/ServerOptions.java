package io.stimloop.gateway.server;

import io.stimloop.control.spec.OperatorLimits;
import io.stimloop.gateway.config.LimitsFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What an operator chooses about a server.
 *
 * @param port              of gRPC; 0 chooses a free one
 * @param metricsPort       of the metrics page; 0 chooses a free one
 * @param stopPort          of the stop button; 0 chooses a free one
 * @param searchThreads     workers of the search pool, from 1
 * @param mostExperiments   open at once, from 1
 * @param memoryBudgetBytes for all beliefs and tables together
 * @param dataFolder        where experiments are recorded; empty: nowhere
 * @param exposure          who can reach the server, and who may do what
 * @param limits            that no experiment may leave
 * @param warmUp            how long an experiment is made fast with made-up trials before its first, at most; zero: not at
 *                          all, and the first trials are slow
 * @param page              where the operator's page is shown; empty: nowhere
 */
public record ServerOptions(int port, int metricsPort, int stopPort, int searchThreads, int mostExperiments,
        long memoryBudgetBytes, Optional<Path> dataFolder, Exposure exposure, OperatorLimits limits,
        Duration warmUp, Optional<PagePlace> page) {
    /** The largest single gain in speed there is. */
    public static final Duration WARM_UP = Duration.ofSeconds(2);

    private static final int MOST_EXPERIMENTS = 64;
    private static final double SHARE_OF_HEAP = 0.6;

    /**
     * On any free port for the stop button, without a page, with bounds that follow from the machine, a worker per core and six tenths of
     * the heap for beliefs, and the limits that are built in.
     */
    public static ServerOptions onPorts(int port, int metricsPort) {
        Runtime runtime = Runtime.getRuntime();
        return new ServerOptions(port, metricsPort, 0, runtime.availableProcessors(), MOST_EXPERIMENTS,
                (long) (runtime.maxMemory() * SHARE_OF_HEAP), Optional.empty(), Exposure.LOOPBACK,
                LimitsFile.builtIn(), WARM_UP, Optional.empty());
    }

    /** The same, with the stop button on this port; 0 chooses a free one. */
    public ServerOptions stoppingOn(int newStopPort) {
        return new ServerOptions(port, metricsPort, newStopPort, searchThreads, mostExperiments,
                memoryBudgetBytes, dataFolder, exposure, limits, warmUp, page);
    }

    /** The same, recording experiments in this folder. */
    public ServerOptions recordingIn(Path folder) {
        return new ServerOptions(port, metricsPort, stopPort, searchThreads, mostExperiments,
                memoryBudgetBytes,
                Optional.of(folder), exposure, limits, warmUp, page);
    }

    /** The same, reached in this way. */
    public ServerOptions exposedAs(Exposure way) {
        return new ServerOptions(port, metricsPort, stopPort, searchThreads, mostExperiments,
                memoryBudgetBytes,
                dataFolder, way, limits, warmUp, page);
    }

    /** The same with limits of the operator's own. */
    public ServerOptions within(OperatorLimits own) {
        return new ServerOptions(port, metricsPort, stopPort, searchThreads, mostExperiments,
                memoryBudgetBytes,
                dataFolder, exposure, own, warmUp, page);
    }

    /** The same, warming for so long. */
    public ServerOptions warmingFor(Duration longest) {
        return new ServerOptions(port, metricsPort, stopPort, searchThreads, mostExperiments,
                memoryBudgetBytes, dataFolder, exposure, limits, longest, page);
    }

    /** The same, showing the operator's page there. */
    public ServerOptions showingPageAt(PagePlace place) {
        return new ServerOptions(port, metricsPort, stopPort, searchThreads, mostExperiments,
                memoryBudgetBytes, dataFolder, exposure, limits, warmUp, Optional.of(place));
    }
}
