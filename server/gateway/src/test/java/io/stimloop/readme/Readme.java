package io.stimloop.readme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The README, and the folder it lies in. */
public final class Readme {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w*)\\n(.*?)^```$");
    private static final Pattern METRIC = Pattern.compile("`(stimloop_\\w+)`");
    private static final Path ROOT = findRoot();

    private Readme() {}

    private static Path findRoot() {
        @Nullable
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null) {
            if (Files.isDirectory(folder.resolve("proto")) && Files.exists(folder.resolve("README.md"))) {
                return folder;
            }
            folder = folder.getParent();
        }
        throw new IllegalStateException("no folder above " + Path.of("").toAbsolutePath()
                + " has proto/ and README.md");
    }

    /** The top of the repository. */
    public static Path root() {
        return ROOT;
    }

    /** All of it. */
    public static String text() {
        try {
            return Files.readString(ROOT.resolve("README.md"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The metrics it names. */
    public static List<String> metrics() {
        return METRIC.matcher(text()).results().map(metric -> metric.group(1)).distinct().toList();
    }

    /** What stands in the fenced blocks of a language, in the order of the page. */
    public static List<String> blocks(String language) {
        return BLOCK.matcher(text()).results().filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2)).toList();
    }

    /** The block of a language in which this occurs. */
    public static String block(String language, String phrase) {
        return blocks(language).stream().filter(block -> block.contains(phrase)).findFirst().orElseThrow(
                () -> new AssertionError("no block of " + language + " in README.md has: " + phrase));
    }
}
