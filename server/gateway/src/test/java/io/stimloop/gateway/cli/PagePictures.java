package io.stimloop.gateway.cli;

import io.stimloop.gateway.Browser;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Makes the pictures of the documentation from real runs. No test by its name, so that it runs only when it is asked for:
 * {@code mvn -pl server/gateway -am test -Dtest=PagePictures -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class PagePictures {
    private static final Path FOLDER = Path.of("..", "docs");
    private static final Path EXPERIMENTS = Path.of("..", "..", "config", "experiments");

    @Test
    void oneNeuron() throws Exception {
        take("direction-tuning.yaml", 60, "science", "page-tuning");
        take("direction-tuning.yaml", 60, "engineering", "page-engineering");
    }

    @Test
    void aMap() throws Exception {
        take("map-2d.yaml", 60, "science", "page-map");
    }

    @Test
    void manyNeurons() throws Exception {
        take("population.yaml", 40, "science", "page-population");
    }

    @Test
    void targetsOfLight() throws Exception {
        take("optogenetic-mapping.yaml", 60, "science", "page-targets");
    }

    /** Lets the demo go on for so many trials, and then takes a picture of one view. */
    private static void take(String file, int trials, String view, String name) throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Thread demo = Thread.ofPlatform().daemon().start(() -> Typed.command("demo", "--experiment",
                EXPERIMENTS.resolve(file).toString(), "--trials", "1000", "--trial-ms", "120",
                "--keep", "--page-port", String.valueOf(port)));
        try (Browser browser = Browser.open()) {
            browser.awaitPage("http://127.0.0.1:" + port + "/");
            browser.await("so many trials",
                    () -> Integer.parseInt("0" + browser.shown("#trial").replaceAll("\\D", "")) >= trials);
            browser.click("#tab-" + view);
            browser.await("what is drawn", () -> browser.count("#" + view + " .panel") > 0
                    && browser.visible("#" + view + " .panel"));
            browser.picture(FOLDER, name);
        } finally {
            demo.interrupt();
            demo.join();
        }
    }
}
