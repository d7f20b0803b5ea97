package io.stimloop.studies.calibration;

import io.stimloop.gateway.cli.CommandProvider;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Checks that the program is right. */
@Command(name = "check", mixinStandardHelpOptions = true, description = "Check that the program is right.", subcommands = {
        CalibrationCommand.class})
public final class CheckCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    @Override
    public void run() {
        throw new ParameterException(command.commandLine(), "name a check: calibration");
    }

    /** Lets the program find the command. */
    public static final class Provider implements CommandProvider {
        @Override
        public Object command() {
            return new CheckCommand();
        }
    }
}
