package io.stimloop.gateway.cli;

import io.stimloop.gateway.server.ServerOptions;
import io.stimloop.gateway.server.StimloopServer;
import io.stimloop.v1.ExperimentSnapshot;
import io.stimloop.v1.ExperimentSpec;
import io.stimloop.v1.Stopping;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What all commands that run an experiment have in common. */
final class RunOptions {
    @Option(names = "--seed", paramLabel = "S", description = "Seed of the experiment and of the cell (default: the experiment file's).")
    private @Nullable Long seed;

    @Option(names = "--trials", paramLabel = "N", description = "End after so many trials, whatever the experiment file says about stopping.")
    private @Nullable Long trials;

    @Option(names = "--server", paramLabel = "HOST:PORT", converter = ServerAddress.Converter.class, description = "Use this server; without it one is started for the experiment and stopped after it.")
    private @Nullable ServerAddress server;

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    @Option(names = "--data", paramLabel = "DIR", description = "Record the experiment under DIR/experiments; not with --server.")
    private @Nullable Path data;

    @Mixin
    private final LimitsOption limits = new LimitsOption();

    @Option(names = "--json", description = "Print the summary as one JSON object.")
    private boolean json;

    /** The seed of the experiment and of the subject. */
    long seed(ExperimentSpec spec) {
        return seed == null ? spec.getSeed() : seed;
    }

    /** Prints the summary in the form that was asked for. */
    void print(Summary summary, PrintWriter out) {
        SummaryPrinter printer = new SummaryPrinter(out);
        if (json) {
            printer.json(summary);
        } else {
            printer.text(summary);
        }
    }

    /** What someone does about the server that is started for an experiment. */
    interface Host {
        /** What else is chosen about it. */
        ServerOptions chosen(ServerOptions options);

        /** It runs; the experiment is about to begin. */
        void began(StimloopServer server);

        /** The experiment is over; the server ends when this returns. */
        void ended(ExperimentSnapshot last) throws InterruptedException;

        /** It was halted, or something else went wrong; the server ends when this returns. */
        void failed(CommandFailure failure) throws InterruptedException;
    }

    /** Does nothing about it. */
    private static final Host NO_HOST = new Host() {
        @Override
        public ServerOptions chosen(ServerOptions options) {
            return options;
        }

        @Override
        public void began(StimloopServer server) {}

        @Override
        public void ended(ExperimentSnapshot last) {}

        @Override
        public void failed(CommandFailure failure) {}
    };

    /**
     * Runs an experiment, with what the options change about it, showing progress on a terminal.
     *
     * @throws CommandFailure if it cannot be brought to its end
     */
    ExperimentSnapshot run(ExperimentSpec file, Subject subject) throws InterruptedException {
        return run(file, subject, NO_HOST);
    }

    /** Likewise; with {@code --server} the host hears of the end only. */
    ExperimentSnapshot run(ExperimentSpec file, Subject subject, Host host) throws InterruptedException {
        ExperimentSpec spec = changed(file);
        if (server != null) {
            ExperimentSnapshot last = run(connection.to(server), spec, subject);
            host.ended(last);
            return last;
        }
        ServerOptions options = host.chosen(ServerOptions.onPorts(0, 0).within(limits.limits()));
        try (StimloopServer own = new StimloopServer(data == null ? options : options.recordingIn(data))) {
            host.began(own);
            return hosted(ServerConnection.plaintext(new ServerAddress("127.0.0.1", own.port())), spec,
                    subject, host);
        } catch (IOException failure) {
            throw CommandFailure.environment("cannot start a server: " + failure.getMessage(), failure);
        }
    }

    private static ExperimentSnapshot hosted(ServerConnection server, ExperimentSpec spec, Subject subject,
            Host host) throws InterruptedException {
        try {
            ExperimentSnapshot last = run(server, spec, subject);
            host.ended(last);
            return last;
        } catch (CommandFailure failure) {
            host.failed(failure);
            throw failure;
        }
    }

    private static ExperimentSnapshot run(ServerConnection server, ExperimentSpec spec, Subject subject)
            throws InterruptedException {
        try (ProgressLine progress = ProgressLine.onTerminal()) {
            return new ExperimentRun(server, progress::show).run(spec, subject);
        }
    }

    private ExperimentSpec changed(ExperimentSpec file) {
        ExperimentSpec.Builder spec = file.toBuilder().setSeed(seed(file));
        if (trials != null) {
            spec.setStopping(Stopping.newBuilder().setMaxTrials(trials));
        }
        return spec.build();
    }
}
