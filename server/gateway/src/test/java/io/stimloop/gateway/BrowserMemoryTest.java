package io.stimloop.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/**
 * A page that is open for long does not grow. Its own stream is fed with hours of events as fast as it takes them; so many
 * hours as the system property {@code stimloop.page.hours} says ({@code -Dstimloop.page.hours=8} for a working day).
 */
class BrowserMemoryTest {
    private static final double HOURS = Double.parseDouble(System.getProperty("stimloop.page.hours", "0.5"));
    private static final int TRIALS_AN_HOUR = 7_200;
    private static final int WARM_UP_TRIALS = 1_000;
    private static final int TRIALS_AT_ONCE = 2_000;
    private static final long MOST_GROWTH_BYTES = 20L << 20;

    /** Stands in for the stream: what the server says of an experiment, with another trial each time. */
    private static final String FEED = """
            const real = window.fetch;
            const bytes = new TextEncoder();
            let events = null;
            window.fetch = (path, options) => (String(path).includes('/events?')
                ? Promise.resolve(new Response(new ReadableStream({start: (to) => { events = to; }})))
                : real(path, options));
            const tell = (name, data) => events.enqueue(bytes.encode(`event: ${name}\\ndata: ${JSON.stringify(data)}\\n\\n`));
            window.feed = async (from, to) => {
              const whole = await (await real('/api/experiments/bump')).json();
              tell('static', whole.static);
              for (let trial = from; trial <= to; trial++) {
                const late = trial % 50 === 0;
                tell('trials', {trial: [trial], stimulus: [[trial % 2 ? 5 : -5]], counts: [[trial % 9]], source: ['SEARCH'],
                  expectedNats: [0.001], entropyNats: [4 / trial], latencyMs: [trial % 40], missed: [late],
                  cause: [late ? `planning took ${trial} ms` : ''], invalid: [false], at: [new Date(trial * 500).toISOString()]});
                if (late) {
                  tell('log', {events: [{n: trial, at: new Date(trial * 500).toISOString(), severity: 'warning', text: `event ${trial}`}]});
                }
                whole.state.trials = trial;
                whole.state.curve.mean = whole.state.curve.mean.map((mean, i) => 1 + (trial + i) % 10);
                tell('state', whole.state);
                while (events.desiredSize < -20) {
                  await new Promise((done) => setTimeout(done));
                }
              }
              return to;
            };""";

    @Test
    void hoursOfEventsLeaveThePageAsSmallAsMinutesOfThem() throws IOException {
        try (Browser browser = Browser.open(); RunningServer server = RunningServer.start()) {
            var _ = server.create("bump", Specs.of(Specs.SEARCH, ""));
            browser.prepare(FEED);
            browser.go(server.page() + "#/bump/science");
            browser.await("the stream", () -> Boolean.TRUE.equals(browser.run("return 'feed' in window")));
            feed(browser, 0, WARM_UP_TRIALS);
            long before = browser.heap();

            int last = (int) (HOURS * TRIALS_AN_HOUR);
            for (int from = WARM_UP_TRIALS; from < last; from += TRIALS_AT_ONCE) {
                feed(browser, from, Math.min(last, from + TRIALS_AT_ONCE));
            }
            long growth = browser.heap() - before;

            System.out.printf("the page grew by %d KiB in %.1f simulated hours%n", growth >> 10, HOURS);
            assertThat(growth).isLessThan(MOST_GROWTH_BYTES);
            assertThat(browser.table("history").size()).isEqualTo(300);
            browser.run("location.hash = '#/bump/engineering'");
            browser.await("its own bounds", () -> browser.table("misses").size() == 1_000);
            assertThat(browser.table("log").size()).isLessThanOrEqualTo(500);
        }
    }

    /** Feeds it, and waits until the page shows the last of them. */
    private static void feed(Browser browser, int from, int to) {
        browser.run("return window.feed(arguments[0] + 1, arguments[1])", from, to);
        browser.awaitText("#trial", String.format(java.util.Locale.ROOT, "%,d", to));
    }
}
