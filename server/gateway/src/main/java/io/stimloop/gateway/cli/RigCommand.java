package io.stimloop.gateway.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Rigs that need no hardware. */
@Command(name = "rig", mixinStandardHelpOptions = true, description = "Run an experiment on a neuron without hardware.", subcommands = {
        SimulatedRigCommand.class, RecordedRigCommand.class, StimulatorCommand.class})
final class RigCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(),
                "name a kind of rig: simulated, recorded or stimulator");
    }
}
