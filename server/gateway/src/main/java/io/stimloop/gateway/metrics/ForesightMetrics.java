package io.stimloop.gateway.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.stimloop.planning.decision.Foresight;
import java.time.Duration;

/** How well one experiment's decisions are planned ahead. */
final class ForesightMetrics {
    private final Counter foreseen;
    private final Counter unforeseen;
    private final DistributionSummary mass;
    private final Timer saved;

    ForesightMetrics(MeterRegistry registry, Tags tags) {
        foreseen = responses(registry, tags, "true");
        unforeseen = responses(registry, tags, "false");
        mass = DistributionSummary.builder("stimloop.foresight.mass").tags(tags)
                .description("Probability, before a response came, of all that were prepared for")
                .register(registry);
        saved = Timer.builder("stimloop.foresight.saved").tags(tags)
                .description("Time for learning and planning that was spent before the response came")
                .register(registry);
    }

    private static Counter responses(MeterRegistry registry, Tags tags, String foreseen) {
        return Counter.builder("stimloop.foresight.responses").tags(tags).tag("foreseen", foreseen)
                .description("Responses that came after preparation, by whether the decision was ready")
                .register(registry);
    }

    void record(Foresight foresight) {
        (foresight.foreseen() ? foreseen : unforeseen).increment();
        mass.record(foresight.mass());
        if (foresight.foreseen()) {
            saved.record(Duration.ofNanos(foresight.savedNanos()));
        }
    }
}
