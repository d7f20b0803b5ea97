package io.stimloop.gateway.cli;

import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.stimloop.rig.client.RigClient;
import io.stimloop.rig.client.RigRefusedException;
import io.stimloop.rig.client.RigSettings;
import io.stimloop.rig.client.ServerUnreachableException;
import io.stimloop.rig.client.SystemRigClock;
import io.stimloop.v1.CreateExperimentRequest;
import io.stimloop.v1.Experiment;
import io.stimloop.v1.ExperimentServiceGrpc;
import io.stimloop.v1.ExperimentSnapshot;
import io.stimloop.v1.ExperimentSpec;
import io.stimloop.v1.State;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/** Runs one experiment with one subject, from its creation to its end, over gRPC like any rig. */
final class ExperimentRun {
    private final ServerConnection server;
    private final Consumer<ExperimentSnapshot> progress;

    /**
     * Makes a runner.
     *
     * @param server   where the server is and how to get in
     * @param progress shown each snapshot as it comes
     */
    ExperimentRun(ServerConnection server, Consumer<ExperimentSnapshot> progress) {
        this.server = server;
        this.progress = progress;
    }

    /**
     * Runs to the end.
     *
     * @return the last snapshot
     * @throws CommandFailure if the server cannot be reached, refuses, or halts the experiment
     */
    ExperimentSnapshot run(ExperimentSpec spec, Subject subject) throws InterruptedException {
        ManagedChannel channel = server.open();
        try (SystemRigClock clock = new SystemRigClock()) {
            Experiment experiment = create(channel, spec);
            ProgressWatch watch = ProgressWatch.start(channel, experiment.getExperimentId(), progress);
            takePart(channel, experiment, subject, clock);
            ExperimentSnapshot last = watch.last();
            if (last.getExperiment().getState() != State.FINISHED) {
                throw CommandFailure.environment("the experiment is " + last.getExperiment().getState() + ": "
                        + last.getExperiment().getReason(), null);
            }
            return last;
        } catch (StatusRuntimeException refused) {
            throw failure(refused);
        } finally {
            channel.shutdownNow();
        }
    }

    private static Experiment create(ManagedChannel channel, ExperimentSpec spec) {
        return ExperimentServiceGrpc.newBlockingStub(channel)
                .createExperiment(CreateExperimentRequest.newBuilder().setSpec(spec).build());
    }

    private void takePart(ManagedChannel channel, Experiment experiment, Subject subject,
            SystemRigClock clock)
            throws InterruptedException {
        RigSettings settings = RigSettings.bothRoles(experiment.getExperimentId(), server.rigId(),
                experiment.getSpec().getSeed()).simulating();
        try (RigClient client = new RigClient(channel, settings, new SubjectRig(subject, clock), clock)) {
            client.start().get();
        } catch (ExecutionException | CompletionException ended) {
            throw failure(ended.getCause() == null ? ended : ended.getCause());
        }
    }

    private RuntimeException failure(Throwable failure) {
        if (failure instanceof StatusRuntimeException status) {
            return status.getStatus().getCode() == Status.Code.INVALID_ARGUMENT
                    ? CommandFailure.invalidSpec("the server refuses the experiment: " + describe(status),
                            status)
                    : CommandFailure.environment("the server at " + server + ": " + describe(status), status);
        }
        if (failure instanceof IllegalArgumentException unanswerable) {
            return CommandFailure.invalidSpec(
                    "the simulated cell cannot answer: " + unanswerable.getMessage(),
                    unanswerable);
        }
        if (failure instanceof RigRefusedException || failure instanceof ServerUnreachableException) {
            return CommandFailure.environment("the server at " + server + ": " + failure.getMessage(),
                    failure);
        }
        return new IllegalStateException(failure);
    }

    private static String describe(StatusRuntimeException status) {
        String description = status.getStatus().getDescription();
        return description == null ? status.getStatus().getCode().toString() : description;
    }
}
