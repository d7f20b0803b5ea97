package io.stimloop.benchmarks;

import io.grpc.ManagedChannel;
import io.stimloop.gateway.server.ServerOptions;
import io.stimloop.gateway.server.StimloopServer;
import io.stimloop.rig.client.RigChannels;
import io.stimloop.rig.neurons.simulated.GaussianTuning;
import io.stimloop.rig.neurons.simulated.Realism;
import io.stimloop.rig.neurons.simulated.SimulatedNeuron;
import io.stimloop.v1.CreateExperimentRequest;
import io.stimloop.v1.DecisionSource;
import io.stimloop.v1.ExperimentServiceGrpc;
import io.stimloop.v1.ExperimentSpec;
import java.io.IOException;
import java.util.concurrent.locks.LockSupport;

/**
 * How soon a command follows an outcome over gRPC when the response was foreseen, beside the fixed sequence of stimuli: two
 * experiments on the full-size W1 on one server that take turns, with a pause before each outcome in which the stimulus is on.
 */
final class ReactionTrials {
    private static final int CELLS = 21;
    private static final int WARM_UP = 8;
    private static final int BLOCK = 10;
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final int LARGEST_COUNT = 40;

    /**
     * What was found.
     *
     * @param foreseenShare of the trials of the search
     * @param sequenceMicros median round trip of the fixed sequence
     * @param searchMicros  median round trip of the search
     */
    record Result(double foreseenShare, double sequenceMicros, double searchMicros) {}

    private ReactionTrials() {}

    /**
     * Runs trials of each.
     *
     * @param trialMillis how long the stimulus is on
     */
    static Result run(int trials, long trialMillis) throws IOException {
        try (StimloopServer server = new StimloopServer(ServerOptions.onPorts(0, 0))) {
            ManagedChannel channel = RigChannels.plaintext("127.0.0.1", server.port());
            try (PingPong search = rig(server, create(channel, w1()), 1);
                    PingPong sequence = rig(server, create(channel, w1().setPlanner(Workload.sequence())),
                            2)) {
                return takeTurns(search, sequence, trials, trialMillis);
            } finally {
                channel.shutdownNow();
            }
        }
    }

    /** Some trials of one and then some of the other, so that each finds the machine as it has left it itself. */
    private static Result takeTurns(PingPong search, PingPong sequence, int trials, long trialMillis) {
        int foreseen = 0;
        int done = 0;
        while (done < trials) {
            int block = Math.min(BLOCK, trials - done);
            trials(sequence, block, trialMillis, done == 0);
            foreseen += trials(search, block, trialMillis, done == 0);
            done += block;
        }
        return new Result((double) foreseen / trials, sequence.micros(50), search.micros(50));
    }

    /** Counts those that were foreseen. */
    private static int trials(PingPong rig, int trials, long trialMillis, boolean first) {
        for (int trial = 0; first && trial < WARM_UP; trial++) {
            LockSupport.parkNanos(trialMillis * NANOS_PER_MILLI);
            rig.run(1);
        }
        if (first) {
            rig.reset();
        }
        int foreseen = 0;
        for (int trial = 0; trial < trials; trial++) {
            LockSupport.parkNanos(trialMillis * NANOS_PER_MILLI);
            rig.run(1);
            foreseen += rig.latest().getDecision().getSource() == DecisionSource.SPECULATED ? 1 : 0;
        }
        return foreseen;
    }

    private static PingPong rig(StimloopServer server, String experimentId, long seed) {
        SimulatedNeuron neuron = new SimulatedNeuron(new GaussianTuning(2, 10, 3, 2.5), Realism.NONE, seed);
        return new PingPong(server.port(), experimentId, present -> neuron
                .respond(present.getStimulusList().stream().mapToDouble(Double::doubleValue).toArray()));
    }

    private static ExperimentSpec.Builder w1() {
        ExperimentSpec.Builder w1 = Workload.w1(CELLS, CELLS, CELLS, CELLS);
        w1.getModelBuilder().getTuningCurveBuilder().setCountCeiling(LARGEST_COUNT);
        return w1;
    }

    private static String create(ManagedChannel channel, ExperimentSpec.Builder spec) {
        return ExperimentServiceGrpc.newBlockingStub(channel)
                .createExperiment(CreateExperimentRequest.newBuilder().setSpec(spec).build())
                .getExperimentId();
    }
}
