package io.stimloop.checks;

import io.stimloop.checks.journal.JournalCheck;
import io.stimloop.gateway.cli.CheckProvider;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Checks that journals lose nothing and take nothing wrong for right. */
@Command(name = "journal", mixinStandardHelpOptions = true, description = "Cut, change and fail journals in every way and count those that are wrongly read.", footer = {
        "", "The full size: stimloop check journal --images 10000000 --json"})
final class JournalCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Verdict verdict;

    @Option(names = "--images", paramLabel = "N", defaultValue = "100000", description = "Random images of journals after crashes, power loss and damage (default: ${DEFAULT-VALUE}).")
    private long images;

    @Option(names = "--disk-trials", paramLabel = "N", defaultValue = "1000", description = "Trials of the run in which each call of the disk is made to fail (default: ${DEFAULT-VALUE}).")
    private int diskTrials;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Of the random images (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Override
    public Integer call() {
        if (images < 0 || diskTrials < 0) {
            throw new ParameterException(command.commandLine(),
                    "--images and --disk-trials cannot be negative");
        }
        return verdict.of(JournalCheck.run(images, diskTrials, seed));
    }

    /** Lets the program find the check. */
    public static final class Provider implements CheckProvider {
        @Override
        public Object check() {
            return new JournalCommand();
        }
    }
}
