package io.stimloop.gateway.cli;

import io.stimloop.v1.EmergencyStopRequest;
import io.stimloop.v1.EmergencyStopResponse;
import io.stimloop.v1.SafetyServiceGrpc;
import io.stimloop.v1.StoppedRig;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The stop button. */
@Command(name = "stop", mixinStandardHelpOptions = true, description = {
        "Stop at once: every rig is told to go safe, and what is stopped never runs again.",
        "Exits with 0 only when every stimulator of light or current has said that it is safe."}, footer = {
                "",
                "Example: stimloop stop                 # everything", "         stimloop stop mapping-1"})
final class StopCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "EXPERIMENT", arity = "0..1", defaultValue = "", description = "Only this experiment. Left out: every experiment, and the server takes no new one until it is started anew.")
    @SuppressWarnings("NullAway.Init")
    private String experiment;

    @Option(names = "--server", defaultValue = "127.0.0.1:50052", paramLabel = "HOST:PORT", converter = ServerAddress.Converter.class, description = "The stop button of the server, its --stop-port (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private ServerAddress server;

    @Option(names = "--reason", defaultValue = "", paramLabel = "TEXT", description = "Why, for the record and the rigs.")
    @SuppressWarnings("NullAway.Init")
    private String reason;

    @Mixin
    private final OperatorCall operator = new OperatorCall();

    @Override
    public Integer call() {
        EmergencyStopResponse stopped = operator.to(server, channel -> OperatorCall
                .patient(SafetyServiceGrpc.newBlockingStub(channel))
                .emergencyStop(EmergencyStopRequest.newBuilder().setExperimentId(experiment)
                        .setReason(reason.isEmpty() ? "stopped by " + operator.operator() : reason).build()));
        PrintWriter out = spec.commandLine().getOut();
        stopped.getExperimentIdsList().forEach(id -> out.println("experiment " + id + ": HALTED"));
        stopped.getRigsList().forEach(rig -> out.println("rig " + rig.getRigId() + ": "
                + (rig.getSafe() ? "safe" : "NOT KNOWN TO BE SAFE, see to it by hand") + " ("
                + rig.getDetail() + ")"));
        return stopped.getRigsList().stream().allMatch(StoppedRig::getSafe) ? ExitCode.DONE : ExitCode.FAILED;
    }
}
