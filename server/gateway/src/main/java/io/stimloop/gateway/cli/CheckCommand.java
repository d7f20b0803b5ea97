package io.stimloop.gateway.cli;

import java.util.ServiceLoader;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Checks that the program is right. */
@Command(name = "check", mixinStandardHelpOptions = true, description = "Check that the program is right.")
final class CheckCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    private CheckCommand() {}

    /** With the checks of every module on the class path that provides some. */
    static CommandLine commandLine() {
        CommandLine checks = new CommandLine(new CheckCommand());
        for (CheckProvider provider : ServiceLoader.load(CheckProvider.class)) {
            checks.addSubcommand(provider.check());
        }
        return checks;
    }

    @Override
    public void run() {
        throw new ParameterException(command.commandLine(),
                "name a check: " + String.join(", ", command.subcommands().keySet()));
    }
}
