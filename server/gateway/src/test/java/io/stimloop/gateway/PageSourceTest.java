package io.stimloop.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the page's own sources must not do, whatever a name says: make markup of it, or need code that is inline. */
class PageSourceTest {
    private static final Path PAGE = Path.of("src", "main", "resources", "io", "stimloop", "gateway", "page");
    private static final List<String> FORBIDDEN = List.of("innerHTML", "outerHTML", "insertAdjacentHTML",
            "document.write",
            "eval(", "new Function", "DOMParser", "srcdoc", "createContextualFragment", "setAttribute('style",
            "style=",
            " onclick=", "http://", "https://");

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(PAGE)) {
            return files.filter(file -> file.toString().matches(".*\\.(js|html|css)"))
                    .filter(file -> !file.toString().contains("vendor")).toList();
        }
    }

    @Test
    void noSourceMakesMarkupOfTextOrReachesOutside() throws IOException {
        assertThat(sources()).hasSizeGreaterThan(30);
        for (Path source : sources()) {
            assertThat(Files.readString(source)).as("%s", source).doesNotContain(FORBIDDEN);
        }
    }

    @Test
    void everySourceIsOneIdea() throws IOException {
        for (Path source : sources()) {
            assertThat(Files.readAllLines(source)).as("%s", source).hasSizeLessThan(200);
        }
    }

    @Test
    void theVendoredPlotsSayWhereTheyComeFrom() {
        assertThat(PAGE.resolve("vendor/uplot/LICENSE")).content().contains("MIT License");
        assertThat(PAGE.resolve("vendor/uplot/README.md")).content().contains("uPlot 1.6.32");
        assertThat(PAGE.resolve("vendor/uplot/uPlot.js")).content().doesNotContain("innerHTML");
    }
}
