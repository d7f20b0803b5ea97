package io.stimloop.gateway;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.stimloop.v1.Belief;
import io.stimloop.v1.CurvePoint;
import io.stimloop.v1.EmergencyStopRequest;
import io.stimloop.v1.ExperimentSpec;
import io.stimloop.v1.Present;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** The operator's page in a real browser, read as a person reads it. */
class BrowserTest {
    private static final String CURVE = "[data-plot=curve]";

    @SuppressWarnings("NullAway.Init")
    private static Browser browser;

    @SuppressWarnings("NullAway.Init")
    private RunningServer server;

    @BeforeAll
    static void openBrowser() {
        browser = Browser.open();
    }

    @AfterAll
    static void closeBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void start() throws IOException {
        server = RunningServer.start();
        var _ = browser.complaints();
    }

    @AfterEach
    void stop() {
        List<String> complaints = browser.complaints();
        server.close();
        assertThat(complaints).as("complaints in the console").isEmpty();
    }

    private String at(String id, String view) {
        return server.page() + "#/" + id + "/" + view;
    }

    private static ExperimentSpec learning() {
        return Specs.of(Specs.SEARCH, "");
    }

    /** Answers so many trials, as a neuron that prefers the right does. */
    private static Present answer(RawRig rig, Present first, int trials) {
        Present present = first;
        for (int trial = 0; trial < trials; trial++) {
            rig.count(present.getTrial(), present.getStimulus(0) > 0 ? 9 : 1);
            present = rig.awaitPresentAmongAcknowledgements();
        }
        return present;
    }

    @Test
    void theCurveMovesWithTheTrialsAndIsWhatTheServerHolds() {
        var _ = server.create("bump", learning());
        RawRig rig = server.rig("bump", "rig-1");
        Present present = rig.awaitPresent();
        browser.go(at("bump", "science")).awaitText("#name", "bump");
        browser.await("the curve", () -> !browser.table("curve").isEmpty());
        double[] before = browser.column("curve", 3);

        answer(rig, present, 12);

        browser.awaitText("#trial", "12");
        browser.await("a curve that moved", () -> moved(before, browser.column("curve", 3)));
        requirePlotted(server.belief("bump"));
        browser.picture("science-dark");
    }

    private static boolean moved(double[] before, double[] now) {
        return IntStream.range(0, now.length).anyMatch(i -> Math.abs(before[i] - now[i]) > 0.5);
    }

    private static void requirePlotted(Belief belief) {
        assertThat(browser.column("curve", 0))
                .containsExactly(belief.getCurveList().stream().mapToDouble(p -> p.getStimulus(0)).toArray());
        assertThat(browser.column("curve", 1))
                .containsExactly(belief.getCurveList().stream().mapToDouble(CurvePoint::getUpper).toArray());
        assertThat(browser.column("curve", 2))
                .containsExactly(belief.getCurveList().stream().mapToDouble(CurvePoint::getLower).toArray());
        assertThat(browser.column("curve", 3))
                .containsExactly(belief.getCurveList().stream().mapToDouble(CurvePoint::getMean).toArray());
        for (int i = 0; i < belief.getParametersCount(); i++) {
            List<Object> row = browser.table("marginals").get(i);
            assertThat(row.get(0)).isEqualTo(belief.getParameters(i).getName());
            assertThat(((Number) row.get(2)).doubleValue()).isCloseTo(belief.getParameters(i).getMean(),
                    within(0.0));
        }
    }

    @Test
    void theKeyboardReachesThePlotsAndTellsTheirValues() {
        var _ = server.create("bump", learning());
        RawRig rig = server.rig("bump", "rig-1");
        answer(rig, rig.awaitPresent(), 5);
        browser.go(at("bump", "science"));
        browser.await("the curve", () -> browser.table("curve").size() == 5);

        for (int tab = 0; tab < 40 && !browser.focus().equals("chart"); tab++) {
            browser.press(Keys.TAB);
        }
        assertThat(browser.focus()).isEqualTo("chart");
        browser.press(Keys.ARROW_RIGHT);

        browser.awaitText(CURVE + " .readout", "x −10: predicted");
        assertThat(browser.shown(CURVE + " .readout")).contains("95%", "per trial");
        browser.click(CURVE + " .tools button");
        assertThat(browser.shown(CURVE + " h2")).isEqualTo("Tuning curve");
        assertThat(browser.run("return getComputedStyle(document.querySelector('" + CURVE
                + " h2'), '::after').content")).asString().contains("paused");
    }

    @Test
    void aPlotIsSavedAsNumbersAndAsAPicture(@TempDir Path folder) throws IOException {
        var _ = server.create("bump", learning());
        RawRig rig = server.rig("bump", "rig-1");
        answer(rig, rig.awaitPresent(), 5);
        browser.saveInto(folder);
        browser.go(at("bump", "science")).awaitText("#trial", "5");

        browser.click(CURVE + " .tools button:nth-child(3)");
        browser.click(CURVE + " .tools button:nth-child(2)");

        Path csv = saved(folder, "csv");
        assertThat(Files.readAllLines(csv)).hasSize(6).first()
                .isEqualTo("x,97.5%,2.5%,predicted,observed mean,trials");
        byte[] png = Files.readAllBytes(saved(folder, "png"));
        assertThat(png).startsWith(0x89, 'P', 'N', 'G');
        assertThat(png.length).isGreaterThan(2_000);
    }

    private static Path saved(Path folder, String ending) {
        AtomicReference<@Nullable Path> found = new AtomicReference<>();
        browser.await("a saved ." + ending, () -> {
            try (Stream<Path> files = Files.list(folder)) {
                found.set(files.filter(file -> file.toString().matches(".*stimloop-curve-.*[.]" + ending))
                        .findFirst().orElse(null));
                return found.get() != null;
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        });
        return requireNonNull(found.get());
    }

    @Test
    void aReloadLosesNothing() {
        var _ = server.create("bump", learning());
        RawRig rig = server.rig("bump", "rig-1");
        answer(rig, rig.awaitPresent(), 20);
        browser.go(at("bump", "science")).awaitText("#trial", "20");
        browser.await("all trials", () -> browser.table("history").size() == 20);
        List<List<Object>> before = browser.table("history");

        browser.reload();

        browser.awaitText("#trial", "20");
        browser.await("all trials", () -> browser.table("history").size() == 20);
        assertThat(browser.table("history")).isEqualTo(before);
    }

    @Test
    void anExperimentWithoutTrialsAndAServerWithoutExperimentsSayWhatTheyWaitFor() {
        browser.go(server.page()).awaitText("#experiments", "No experiment yet");
        var _ = server.create("bump", learning());

        browser.awaitText("#name", "bump");
        browser.awaitText("#state", "WAITING");
        assertThat(browser.shown("#trial")).isEqualTo("0");
        browser.awaitText("#rigs", "none connected");
        browser.awaitText("[data-plot=utility] .readout", "no decision yet");
    }

    @Test
    void anUnknownNeuronInTheAddressIsNamedAndTheFirstIsShown() {
        var _ = server.create("bump", learning());

        browser.go(at("bump", "science") + "?neuron=nobody").awaitText("#notice-text",
                "no neuron is called nobody; there are cell");

        browser.awaitText("#name", "bump");
        browser.await("the curve", () -> browser.table("curve").size() == 5);
    }

    @Test
    void whatPeopleWroteIsTextHoweverItIsWritten() {
        List<String> payloads = List.of("<img src=x onerror=window.harm=1>",
                "</script><script>window.harm=1</script>",
                "\"><svg onload=window.harm=1>", "javascript:window.harm=1", "{{7*7}}${7*7}",
                "=cmd|' /C calc'!A0",
                "\u202Egnp.exe", "<iframe srcdoc='<b>'>");
        for (int i = 0; i < payloads.size(); i++) {
            String id = "payload-" + i;
            ExperimentSpec.Builder spec = learning().toBuilder();
            spec.getStimulusBuilder().getDimensionsBuilder(0).setUnit("<b>mV</b>");
            var _ = server.create(id, spec.build());
            var _ = server.operator().emergencyStop(EmergencyStopRequest.newBuilder().setExperimentId(id)
                    .setReason(payloads.get(i)).build());
        }
        for (int i = 0; i < payloads.size(); i++) {
            browser.go(at("payload-" + i, "engineering")).awaitText("#state-detail", payloads.get(i));
            browser.awaitText("[data-plot=log]", payloads.get(i));
        }
        browser.go(at("payload-0", "overview")).await("all experiments",
                () -> browser.count("#experiments tbody tr.alarming") == payloads.size());
        assertThat(browser.count("body img, body svg, body iframe, body script")).isZero();
        assertThat(browser.run("return window.harm ?? 'none'")).isEqualTo("none");
        browser.picture("overview-dark");
    }

    @Test
    void darkAndLightAreBothReadable() {
        var _ = server.create("bump", learning());
        RawRig rig = server.rig("bump", "rig-1");
        answer(rig, rig.awaitPresent(), 6);
        browser.go(at("bump", "science")).awaitText("#trial", "6");
        String dark = background();

        browser.click("#theme");

        assertThat(background()).isNotEqualTo(dark);
        for (int[] size : new int[][]{{1280, 720}, {1024, 768}, {768, 1024}}) {
            browser.size(size[0], size[1]);
            browser.await("the page in its width", () -> Boolean.TRUE
                    .equals(browser.run("return document.documentElement.scrollWidth <= innerWidth")));
            browser.picture("science-light-" + size[0]);
        }
        browser.size(1280, 720);
        browser.click("#theme");
        assertThat(background()).isEqualTo(dark);
    }

    private static String background() {
        return String.valueOf(browser.run("return getComputedStyle(document.body).backgroundColor"));
    }

    @Test
    void aServerThatWasRestartedIsFoundAgain(@TempDir Path folder) throws IOException {
        int port;
        try (RunningServer first = RunningServer.keepingIn(folder)) {
            var _ = first.create("kept", learning());
            RawRig rig = first.rig("kept", "rig-1");
            answer(rig, rig.awaitPresent(), 4);
            port = java.net.URI.create(first.page()).getPort();
            browser.go(first.page() + "#/kept/science").awaitText("#trial", "4");
        }
        browser.awaitText("#stale", "Not live");
        assertThat(browser.run("return document.documentElement.dataset.link")).isEqualTo("stale");
        browser.picture("stale-dark");

        try (RunningServer _ = RunningServer.keepingIn(folder, port)) {
            browser.await("a live page", () -> !browser.visible("#stale"));
            browser.awaitText("#trial", "4");
            browser.awaitText("#notice-text", "restarted");
            assertThat(browser.table("history")).hasSize(4);
            browser.reload();
            browser.await("all trials", () -> browser.table("history").size() == 4);
        }
    }
}
