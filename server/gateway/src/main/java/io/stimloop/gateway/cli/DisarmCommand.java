package io.stimloop.gateway.cli;

import io.stimloop.v1.Arming;
import io.stimloop.v1.DisarmExperimentRequest;
import io.stimloop.v1.ExperimentServiceGrpc;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Ends an arming. */
@Command(name = "disarm", mixinStandardHelpOptions = true, description = "Disarm an experiment: no further command leaves, and its stimulator goes safe. Of one with a fault:"
        + " confirm that somebody has looked at it.", footer = {"",
                "Example: stimloop disarm mapping-1 --reason 'checked the shutter'"})
final class DisarmCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "EXPERIMENT", description = "Id of the experiment.")
    @SuppressWarnings("NullAway.Init")
    private String experiment;

    @Option(names = "--server", defaultValue = "127.0.0.1:50051", paramLabel = "HOST:PORT", converter = ServerAddress.Converter.class, description = "The server (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private ServerAddress server;

    @Option(names = "--reason", defaultValue = "", paramLabel = "TEXT", description = "Why, for the record.")
    @SuppressWarnings("NullAway.Init")
    private String reason;

    @Mixin
    private final OperatorCall operator = new OperatorCall();

    @Override
    public Integer call() {
        Arming arming = operator.to(server, channel -> OperatorCall
                .patient(ExperimentServiceGrpc.newBlockingStub(channel))
                .disarmExperiment(DisarmExperimentRequest.newBuilder().setExperimentId(experiment)
                        .setOperator(operator.operator()).setReason(reason).build())
                .getArming());
        spec.commandLine().getOut().println("experiment " + experiment + ": " + arming.getState());
        return ExitCode.DONE;
    }
}
