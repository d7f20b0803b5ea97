package io.stimloop.gateway.cli;

import java.util.ServiceLoader;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program. */
@Command(name = "stimloop", mixinStandardHelpOptions = true, versionProvider = Version.class, description = "Closes the loop between a recording rig and a stimulator.", subcommands = {
        ServeCommand.class, DemoCommand.class, RigCommand.class, ReplayCommand.class, ArmCommand.class,
        DisarmCommand.class,
        StopCommand.class, AdapterCheckCommand.class,
        InitCommand.class, ValidateCommand.class, ConfigCommand.class, DoctorCommand.class,
        CompletionCommand.class,
        JournalCommand.class, CertsCommand.class, TokenCommand.class,
        AuditCommand.class}, exitCodeListHeading = "%nExit codes:%n", exitCodeList = {"0:done",
                "1:a check did not pass", "2:the command line is wrong",
                "3:an experiment file is wrong",
                "4:a port, a file or a server is not as it must be",
                "70:a fault of the program"}, footer = {"", "Start with: stimloop demo"})
public final class Main implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private Main() {}

    /** Runs a command and exits with its code. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The commands of this module and of every module on the class path that provides more. */
    public static CommandLine commandLine() {
        CommandLine commands = new CommandLine(new Main());
        commands.addSubcommand(CheckCommand.commandLine());
        for (CommandProvider provider : ServiceLoader.load(CommandProvider.class)) {
            commands.addSubcommand(provider.command());
        }
        return commands.setCaseInsensitiveEnumValuesAllowed(true).setExecutionExceptionHandler(Main::failed);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "name a command");
    }

    private static int failed(Exception failure, CommandLine commands, CommandLine.ParseResult arguments) {
        if (failure instanceof CommandFailure known) {
            commands.getErr().println(known.getMessage());
            return known.exitCode();
        }
        commands.getErr().println("stimloop: a fault of the program; please report it with what follows");
        failure.printStackTrace(commands.getErr());
        return ExitCode.INTERNAL;
    }
}
