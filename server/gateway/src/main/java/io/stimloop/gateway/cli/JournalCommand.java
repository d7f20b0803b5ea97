package io.stimloop.gateway.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Looks after journals. */
@Command(name = "journal", mixinStandardHelpOptions = true, description = "Look after the journals of experiments.", subcommands = JournalVerifyCommand.class)
final class JournalCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    @Override
    public void run() {
        throw new ParameterException(command.commandLine(), "name a command: verify");
    }
}
