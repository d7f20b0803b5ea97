package io.stimloop.gateway.server;

import io.grpc.ManagedChannel;
import io.stimloop.control.experiment.Companions;
import io.stimloop.control.experiment.Experiment;
import io.stimloop.control.experiment.ExperimentOpener;
import io.stimloop.control.spec.Resolution;
import io.stimloop.control.spec.ResolvedSpec;
import io.stimloop.control.spec.SpecResolver;
import io.stimloop.gateway.metrics.ServerMetrics;
import io.stimloop.v1.RigServiceGrpc;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes the way through transport, codec, loop and metrics fast before the first experiment opens, by
 * running an experiment of its own over the server's real port. Nobody else can find that experiment.
 */
final class WireWarmUp {
    private static final int TRIALS = 20_000;
    /** Not a valid experiment id, so that no client's experiment can have it. */
    private static final String ID = "/warm-up";

    private final ExperimentOpener opener;
    private final OwnChannels channels;
    private final LongSupplier nanoClock;
    private final Duration longest;
    private volatile @Nullable Experiment experiment;
    private boolean done;

    /** A way of the server to itself. */
    interface OwnChannels {
        /** A new channel to this port; to be shut down. */
        ManagedChannel to(int port);
    }

    /** @param longest after which it ends, warm or not; zero: it is not done */
    WireWarmUp(ExperimentOpener opener, OwnChannels channels, LongSupplier nanoClock, Duration longest) {
        this.opener = opener;
        this.channels = channels;
        this.nanoClock = nanoClock;
        this.longest = longest;
    }

    /** The experiment of the warm-up, to the one who knows its id while it runs. */
    Optional<Experiment> find(String id) {
        return id.equals(ID) ? Optional.ofNullable(experiment) : Optional.empty();
    }

    /** Warms at the first call, over the server's port; later calls return at once, after the first has ended. */
    synchronized void runOnce(int port) {
        if (done || longest.isZero()) {
            return;
        }
        done = true;
        try (ServerMetrics unseen = new ServerMetrics(List::of)) {
            ResolvedSpec spec = spec();
            experiment = opener.open(ID, spec,
                    Companions.of(unseen.experiment(ID, Duration.ofNanos(spec.planner().deadlineNanos()))));
            talk(port);
        } finally {
            Experiment used = experiment;
            experiment = null;
            if (used != null) {
                var _ = used.finish("warm");
            }
        }
    }

    private static ResolvedSpec spec() {
        return switch (SpecResolver.resolve(WarmUpRig.SPEC, Long.MAX_VALUE)) {
            case Resolution.Accepted(ResolvedSpec spec) -> spec;
            case Resolution.Refused(var violations) -> throw new IllegalStateException(violations.toString());
        };
    }

    private void talk(int port) {
        ManagedChannel channel = channels.to(port);
        try {
            WarmUpRig rig = new WarmUpRig(ID, TRIALS, nanoClock.getAsLong() + longest.toNanos(), nanoClock);
            rig.talk(RigServiceGrpc.newStub(channel), longest);
        } finally {
            channel.shutdownNow();
        }
    }
}
