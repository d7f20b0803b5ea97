package io.stimloop.gateway.cli;

import io.grpc.ManagedChannel;
import io.stimloop.v1.ArmExperimentRequest;
import io.stimloop.v1.Arming;
import io.stimloop.v1.ArmingState;
import io.stimloop.v1.ExperimentServiceGrpc;
import io.stimloop.v1.ExperimentServiceGrpc.ExperimentServiceBlockingStub;
import io.stimloop.v1.GetExperimentRequest;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The second act before light or current is driven. */
@Command(name = "arm", mixinStandardHelpOptions = true, description = {
        "Arm an experiment that drives light or current, so that its commands leave.",
        "Without --limits, show what there is to confirm and what is missing, and change nothing."}, footer = {
                "", "Example: stimloop arm mapping-1 --limits 0f3a... --rigs laser,probe"})
final class ArmCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "EXPERIMENT", description = "Id of the experiment.")
    @SuppressWarnings("NullAway.Init")
    private String experiment;

    @Option(names = "--server", defaultValue = "127.0.0.1:50051", paramLabel = "HOST:PORT", converter = ServerAddress.Converter.class, description = "The server (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private ServerAddress server;

    @Option(names = "--limits", paramLabel = "SHA256", description = "The limits in force, as shown.")
    private @Nullable String limits;

    @Option(names = "--rigs", split = ",", paramLabel = "ID", description = "The rigs that are connected, as shown.")
    private List<String> rigs = List.of();

    @Mixin
    private final OperatorCall operator = new OperatorCall();

    @Override
    public Integer call() {
        Arming arming = operator.to(server, this::armOrLook);
        print(arming);
        return arming.getState() == ArmingState.ARMED || !arming.getRequired()
                ? ExitCode.DONE
                : ExitCode.FAILED;
    }

    private Arming armOrLook(ManagedChannel channel) {
        ExperimentServiceBlockingStub service = OperatorCall
                .patient(ExperimentServiceGrpc.newBlockingStub(channel));
        String confirmed = limits;
        if (confirmed == null) {
            return service.getExperiment(
                    GetExperimentRequest.newBuilder().setExperimentId(experiment).build()).getArming();
        }
        return service.armExperiment(ArmExperimentRequest.newBuilder().setExperimentId(experiment)
                .setLimitsSha256(confirmed).addAllRigIds(rigs).setOperator(operator.operator()).build())
                .getArming();
    }

    private void print(Arming arming) {
        PrintWriter out = spec.commandLine().getOut();
        if (!arming.getRequired()) {
            out.println("experiment " + experiment + " needs no arming");
            return;
        }
        out.println("experiment " + experiment + ": " + arming.getState()
                + (arming.getReason().isEmpty() ? "" : " (" + arming.getReason() + ")"));
        arming.getMissingList().forEach(missing -> out.println("  missing: " + missing));
        if (arming.getState() == ArmingState.READY) {
            out.println("  to arm: stimloop arm " + experiment + " --limits " + arming.getLimitsSha256()
                    + " --rigs " + String.join(",", arming.getRigIdsList()));
        }
    }
}
