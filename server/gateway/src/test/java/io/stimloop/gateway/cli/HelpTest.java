package io.stimloop.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What {@code --help} teaches. */
class HelpTest {
    @Test
    void everyCommandShowsAnExampleThatItUnderstands() {
        for (CommandLine command : leaves(Main.commandLine())) {
            String name = command.getCommandSpec().qualifiedName();
            String footer = String.join("\n", command.getCommandSpec().usageMessage().footer());
            // A line that ends in a backslash goes on in the next.
            List<String> examples = footer.replaceAll("\\\\\n\\s*", "").lines()
                    .filter(line -> line.contains("stimloop ")).toList();
            assertThat(examples).as(name).anyMatch(example -> example.contains(name));
            for (String example : examples) {
                String typed = example.substring(example.indexOf("stimloop ") + "stimloop ".length());
                Main.commandLine().parseArgs(words(typed.replaceAll("[)#>].*", "")));
            }
        }
    }

    @Test
    void everyOptionSaysWhatItIs() {
        for (CommandLine command : leaves(Main.commandLine())) {
            CommandSpec spec = command.getCommandSpec();
            assertThat(spec.usageMessage().description()).as(spec.qualifiedName()).isNotEmpty();
            assertThat(spec.options()).as(spec.qualifiedName())
                    .allSatisfy(
                            (OptionSpec option) -> assertThat(option.description()).as(option.longestName())
                                    .isNotEmpty());
        }
    }

    @Test
    void coloursAreForTerminalsThatWantThem() {
        String doctor = Objects.requireNonNull(Main.commandLine().getSubcommands().get("doctor"))
                .getUsageMessage(Ansi.OFF);
        assertThat(doctor).contains("Usage: stimloop doctor").doesNotContain("\u001b[");
    }

    /** As a shell takes them apart. */
    private static String[] words(String line) {
        return Pattern.compile("\"[^\"]*\"|'[^']*'|\\S+").matcher(line).results()
                .map(word -> word.group().replaceAll("^[\"']|[\"']$", "")).toArray(String[]::new);
    }

    private static List<CommandLine> leaves(CommandLine command) {
        if (command.getSubcommands().isEmpty()) {
            // Checks are added by modules above this one.
            return command.getCommandName().equals("check") ? List.of() : List.of(command);
        }
        List<CommandLine> leaves = new ArrayList<>();
        command.getSubcommands().values().stream().distinct().forEach(below -> leaves.addAll(leaves(below)));
        return leaves;
    }
}
