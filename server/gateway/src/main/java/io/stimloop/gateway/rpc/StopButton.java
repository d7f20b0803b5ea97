package io.stimloop.gateway.rpc;

import io.stimloop.control.experiment.Experiment;
import io.stimloop.control.experiment.Experiments;
import io.stimloop.v1.EmergencyStopRequest;
import io.stimloop.v1.EmergencyStopResponse;
import io.stimloop.v1.HaltReason;
import io.stimloop.v1.StoppedRig;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The emergency stop, by whichever port it is pressed: halts at once, on the calling thread, and answers when the
 * stimulators have said that they are safe, or their time is up. Waits for no writer, no queue and no disk.
 *
 * @param experiments of the server
 */
public record StopButton(Experiments experiments) {
    private static final Logger LOG = LoggerFactory.getLogger(StopButton.class);

    /** Stops one experiment, or all and the server with them. */
    CompletableFuture<EmergencyStopResponse> press(EmergencyStopRequest request) {
        String detail = request.getReason().isEmpty() ? "emergency stop" : request.getReason();
        List<Experiment> toHalt = request.getExperimentId().isEmpty()
                ? experiments.stop(detail)
                : List.of(experiments.get(request.getExperimentId()));
        EmergencyStopResponse.Builder response = EmergencyStopResponse.newBuilder();
        for (Experiment experiment : toHalt) {
            halt(experiment, detail, response);
        }
        return safety(toHalt).thenApply(rigs -> response.addAllRigs(rigs).build());
    }

    /** A fault of one must not keep the others from being stopped. */
    private static void halt(Experiment experiment, String detail, EmergencyStopResponse.Builder response) {
        try {
            if (experiment.halt(HaltReason.EMERGENCY_STOP, detail)) {
                response.addExperimentIds(experiment.id());
            }
        } catch (RuntimeException fault) {
            LOG.error("internal error while experiment {} was stopped", experiment.id(), fault);
        }
    }

    /** What the stimulators of these experiments say to their last halt. */
    public static CompletableFuture<List<StoppedRig>> safety(List<Experiment> halted) {
        List<CompletableFuture<List<StoppedRig>>> answers = halted.stream().map(Experiment::whenSafe)
                .toList();
        return CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).thenApply(all -> {
            List<StoppedRig> rigs = new ArrayList<>();
            answers.forEach(answer -> rigs.addAll(answer.join()));
            return rigs;
        });
    }
}
