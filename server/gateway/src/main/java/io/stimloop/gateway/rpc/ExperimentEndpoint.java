package io.stimloop.gateway.rpc;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.stimloop.control.experiment.BeliefReading;
import io.stimloop.control.experiment.Experiment;
import io.stimloop.control.experiment.Experiments;
import io.stimloop.control.experiment.NeuronChanger;
import io.stimloop.control.experiment.Refused;
import io.stimloop.v1.ArmExperimentRequest;
import io.stimloop.v1.Belief;
import io.stimloop.v1.BeliefSnapshot;
import io.stimloop.v1.ChangeNeuronsRequest;
import io.stimloop.v1.CreateExperimentRequest;
import io.stimloop.v1.DisarmExperimentRequest;
import io.stimloop.v1.EmergencyStopRequest;
import io.stimloop.v1.EmergencyStopResponse;
import io.stimloop.v1.ExperimentServiceGrpc;
import io.stimloop.v1.ExperimentSnapshot;
import io.stimloop.v1.FinishExperimentRequest;
import io.stimloop.v1.GetBeliefRequest;
import io.stimloop.v1.GetBeliefSnapshotRequest;
import io.stimloop.v1.GetExperimentRequest;
import io.stimloop.v1.ListExperimentsRequest;
import io.stimloop.v1.ListExperimentsResponse;
import io.stimloop.v1.PauseExperimentRequest;
import io.stimloop.v1.ResumeExperimentRequest;
import io.stimloop.v1.ScoreStimuliRequest;
import io.stimloop.v1.ScoreStimuliResponse;
import io.stimloop.v1.ValidateSpecRequest;
import io.stimloop.v1.ValidateSpecResponse;
import io.stimloop.v1.WatchExperimentRequest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;

/**
 * People and programs come in here. What takes long is done on a small pool of its own; what must be quick,
 * the emergency stop above all, is done at once.
 */
public final class ExperimentEndpoint extends ExperimentServiceGrpc.ExperimentServiceImplBase {
    private static final int MOST_SNAPSHOTS = 4;

    private final Experiments experiments;
    private final ExperimentCreator creator;
    private final NeuronChanger neurons;
    private final Executor slowWork;
    private final Watches watches;
    private final StopButton stop;
    private final Semaphore snapshots = new Semaphore(MOST_SNAPSHOTS);
    private final Semaphore creation = new Semaphore(1);

    /**
     * Makes the endpoint.
     *
     * @param slowWork bounded; for what takes longer than looking something up
     */
    public ExperimentEndpoint(Experiments experiments, ExperimentCreator creator, NeuronChanger neurons,
            Executor slowWork, Watches watches, StopButton stop) {
        this.experiments = experiments;
        this.creator = creator;
        this.neurons = neurons;
        this.slowWork = slowWork;
        this.watches = watches;
        this.stop = stop;
    }

    @Override
    public void validateSpec(ValidateSpecRequest request, StreamObserver<ValidateSpecResponse> reply) {
        Replies.slowly(slowWork, reply, () -> creator.validate(request.getSpec()));
    }

    @Override
    public void createExperiment(CreateExperimentRequest request,
            StreamObserver<io.stimloop.v1.Experiment> reply) {
        Replies.slowly(slowWork, reply, () -> creator.create(request).description().join());
    }

    @Override
    public StreamObserver<CreateExperimentRequest> createExperimentInParts(
            StreamObserver<io.stimloop.v1.Experiment> reply) {
        return new CreationInParts(creation,
                (ServerCallStreamObserver<io.stimloop.v1.Experiment>) reply, slowWork,
                request -> creator.create(request).description().join());
    }

    @Override
    public void getExperiment(GetExperimentRequest request, StreamObserver<io.stimloop.v1.Experiment> reply) {
        Replies.when(reply, () -> experiments.get(request.getExperimentId()).description());
    }

    @Override
    public void listExperiments(ListExperimentsRequest request,
            StreamObserver<ListExperimentsResponse> reply) {
        Replies.slowly(slowWork, reply, () -> {
            ListExperimentsResponse.Builder list = ListExperimentsResponse.newBuilder();
            experiments.all().stream().map(Experiment::description).toList()
                    .forEach(description -> list.addExperiments(description.join()));
            return list.build();
        });
    }

    @Override
    public void pauseExperiment(PauseExperimentRequest request,
            StreamObserver<io.stimloop.v1.Experiment> reply) {
        Replies.when(reply, () -> experiments.get(request.getExperimentId()).pause());
    }

    @Override
    public void resumeExperiment(ResumeExperimentRequest request,
            StreamObserver<io.stimloop.v1.Experiment> reply) {
        Replies.when(reply, () -> experiments.get(request.getExperimentId()).resume());
    }

    @Override
    public void finishExperiment(FinishExperimentRequest request,
            StreamObserver<io.stimloop.v1.Experiment> reply) {
        Replies.when(reply,
                () -> experiments.get(request.getExperimentId()).finish("finished by an operator"));
    }

    @Override
    public void armExperiment(ArmExperimentRequest request,
            StreamObserver<io.stimloop.v1.Experiment> reply) {
        Replies.when(reply, () -> experiments.get(request.getExperimentId()).arm(request));
    }

    @Override
    public void disarmExperiment(DisarmExperimentRequest request,
            StreamObserver<io.stimloop.v1.Experiment> reply) {
        Replies.when(reply, () -> experiments.get(request.getExperimentId()).disarm(request));
    }

    @Override
    public void emergencyStop(EmergencyStopRequest request, StreamObserver<EmergencyStopResponse> reply) {
        Replies.when(reply, () -> stop.press(request));
    }

    @Override
    public void getBelief(GetBeliefRequest request, StreamObserver<Belief> reply) {
        Replies.when(reply, () -> experiments.get(request.getExperimentId()).reading()
                .thenApplyAsync(reading -> reading.belief(request.getNeuronsList()), slowWork));
    }

    @Override
    public void getBeliefSnapshot(GetBeliefSnapshotRequest request, StreamObserver<BeliefSnapshot> reply) {
        try {
            CompletableFuture<BeliefReading> reading = experiments.get(request.getExperimentId()).reading();
            PartSender<BeliefSnapshot> sender = new PartSender<>(
                    (ServerCallStreamObserver<BeliefSnapshot>) reply, snapshots);
            var _ = reading.thenApplyAsync(BeliefReading::parts, slowWork).thenAccept(sender::send)
                    .exceptionally(sender::refuse);
        } catch (Refused refused) {
            reply.onError(StatusMapper.toStatus(refused));
        }
    }

    @Override
    public void changeNeurons(ChangeNeuronsRequest request,
            StreamObserver<io.stimloop.v1.Experiment> reply) {
        Replies.slowly(slowWork, reply, () -> neurons.change(request));
    }

    @Override
    public void scoreStimuli(ScoreStimuliRequest request, StreamObserver<ScoreStimuliResponse> reply) {
        Replies.when(reply, () -> {
            Experiment experiment = experiments.get(request.getExperimentId());
            if (experiment.over()) {
                throw Refused.of(Refused.Kind.STATE,
                        "experiment " + experiment.id() + " is over; there is no next stimulus");
            }
            return experiment.reading().thenApplyAsync(BeliefReading::scores, slowWork);
        });
    }

    @Override
    public void watchExperiment(WatchExperimentRequest request, StreamObserver<ExperimentSnapshot> reply) {
        try {
            watches.add(experiments.get(request.getExperimentId()),
                    (ServerCallStreamObserver<ExperimentSnapshot>) reply);
        } catch (Refused refused) {
            reply.onError(StatusMapper.toStatus(refused));
        }
    }
}
