package io.stimloop.benchmarks;

import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Prints what was measured: one JSON object on one line, or the same spread out for people. */
final class Report {
    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--json", description = "Print one JSON object on one line.")
    private boolean json;

    void print(Object result) {
        ObjectMapper mapper = JsonMapper.builder().configure(SerializationFeature.INDENT_OUTPUT, !json)
                .build();
        spec.commandLine().getOut().println(mapper.writeValueAsString(result));
        spec.commandLine().getOut().flush();
    }

    /** Prints the object on one line, or what is better for people to read. */
    void print(Object result, Supplier<String> forPeople) {
        if (json) {
            print(result);
        } else {
            spec.commandLine().getOut().print(forPeople.get());
            spec.commandLine().getOut().flush();
        }
    }
}
