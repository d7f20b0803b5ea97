package io.stimloop.gateway;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.util.Arrays;

/**
 * What a test needs that a machine may not have. A test skips itself, visibly, where it is absent, unless
 * the environment variable {@code STIMLOOP_REQUIRE} (names separated by commas) says that it must be there.
 */
public final class Provided {
    private static final String VARIABLE = "STIMLOOP_REQUIRE";

    private Provided() {}

    /**
     * Skips the test when something is absent, or fails it when it is required here.
     *
     * @param what as named in the variable: {@code python}, {@code promtool}, {@code chromium} or {@code data}
     * @param hint how to provide it
     */
    public static void require(String what, boolean present, String hint) {
        if (!present && required(what)) {
            fail(what + " is named in " + VARIABLE + " but is absent; " + hint);
        }
        assumeTrue(present, () -> what + " is absent; " + hint);
    }

    private static boolean required(String what) {
        String names = System.getenv().getOrDefault(VARIABLE, "");
        return Arrays.stream(names.split(",")).map(String::strip).anyMatch(what::equals);
    }

    /** Whether a program is on the path. */
    public static boolean onPath(String program) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Arrays.stream(path.split(File.pathSeparator))
                .anyMatch(folder -> new File(folder, program).canExecute());
    }
}
