package io.stimloop.gateway.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.stimloop.control.arming.ArmingEvent;
import io.stimloop.control.experiment.DecisionTimes;
import io.stimloop.control.experiment.TrialListener;
import io.stimloop.control.safety.Rule;
import io.stimloop.control.spec.Wording;
import io.stimloop.inference.belief.Belief;
import io.stimloop.planning.decision.Decision;
import io.stimloop.planning.decision.DecisionSource;
import io.stimloop.planning.decision.Foresight;
import io.stimloop.v1.Maintained;
import io.stimloop.v1.NeuronChange;
import io.stimloop.v1.Receipt;
import io.stimloop.v1.ReceiptStatus;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The metrics of one experiment. Meters are made when it is opened, so that the loop only counts.
 */
final class ExperimentMetrics implements TrialListener {
    private static final Logger LOG = LoggerFactory.getLogger(ExperimentMetrics.class);

    private final String id;
    private final Map<Reception, Counter> trials = new EnumMap<>(Reception.class);
    private final Map<DecisionSource, Counter> decisions = new EnumMap<>(DecisionSource.class);
    private final Map<ReceiptStatus, Counter> receipts = new EnumMap<>(ReceiptStatus.class);
    private final Timer decisionTime;
    private final Timer learning;
    private final Timer planning;
    private final Timer sending;
    private final Counter missed;
    private final Counter implausible;
    private final Counter unscorable;
    private final Counter maintained;
    private final Map<Rule, Counter> envelopeRefusals = new EnumMap<>(Rule.class);
    private final Counter failures;
    private final DistributionSummary candidates;
    private final ForesightMetrics foresights;
    private final DistributionSummary margin;
    private final Counter skipped;
    private final AtomicInteger modelAlarm = new AtomicInteger();
    private final AtomicInteger warnings = new AtomicInteger();
    private final AtomicInteger armed = new AtomicInteger();

    ExperimentMetrics(MeterRegistry registry, String id, Duration deadline) {
        this.id = id;
        Tags tags = Tags.of("experiment", id);
        for (Reception reception : Reception.values()) {
            trials.put(reception,
                    Counter.builder("stimloop.trials").tags(tags).tag("outcome", word(reception))
                            .description("Outcomes received, by what came of them").register(registry));
        }
        for (DecisionSource source : DecisionSource.values()) {
            decisions.put(source, Counter.builder("stimloop.decisions").tags(tags).tag("source", word(source))
                    .description("Commands sent, by where the stimulus came from").register(registry));
        }
        for (ReceiptStatus status : ReceiptStatus.values()) {
            receipts.put(status, Counter.builder("stimloop.receipts").tags(tags).tag("status", word(status))
                    .description("What stimulators said they did").register(registry));
        }
        decisionTime = timer("stimloop.decision.time", "From the arrival of an outcome to its command",
                deadline)
                .tags(tags).register(registry);
        learning = stage("learn", deadline).tags(tags).register(registry);
        planning = stage("plan", deadline).tags(tags).register(registry);
        sending = stage("send", deadline).tags(tags).register(registry);
        missed = counter(registry, tags, "stimloop.deadline.misses",
                "Commands that left after their deadline");
        implausible = counter(registry, tags, "stimloop.implausible.outcomes",
                "Outcomes that no parameter value could explain");
        unscorable = counter(registry, tags, "stimloop.scoring.faults",
                "Kinds of faults met while scoring candidates");
        maintained = counter(registry, tags, "stimloop.belief.maintenance",
                "What beliefs adopted between trials, as a refit of a kernel");
        for (Rule rule : Rule.values()) {
            envelopeRefusals.put(rule, Counter.builder("stimloop.envelope.refusals").tags(tags)
                    .tag("rule", word(rule)).description("Stimuli that the safety envelope refused, by rule")
                    .register(registry));
        }
        failures = counter(registry, tags, "stimloop.internal.errors",
                "Errors of the server's own that halted it");
        Gauge.builder("stimloop.armed", armed, AtomicInteger::get).tags(tags)
                .description("1 while commands that drive light or current may leave").register(registry);
        Gauge.builder("stimloop.model.alarm", modelAlarm, AtomicInteger::get).tags(tags)
                .description("1 while what is observed does not agree with the model").register(registry);
        Gauge.builder("stimloop.belief.warnings", warnings, AtomicInteger::get).tags(tags)
                .description("Warnings of the belief, as mass at the edge of a grid").register(registry);
        candidates = DistributionSummary.builder("stimloop.candidates.evaluated").tags(tags)
                .description("Candidates scored for a decision").register(registry);
        foresights = new ForesightMetrics(registry, tags);
        margin = DistributionSummary.builder("stimloop.decision.margin").tags(tags)
                .description("Utility of what was chosen less that of the runner-up").register(registry);
        skipped = counter(registry, tags, "stimloop.candidates.skipped",
                "Candidates that could not be scored");
    }

    private static Counter counter(MeterRegistry registry, Tags tags, String name, String description) {
        return Counter.builder(name).tags(tags).description(description).register(registry);
    }

    private static Timer.Builder stage(String stage, Duration deadline) {
        return timer("stimloop.decision.stage.time", "Stages of a decision", deadline).tag("stage", stage);
    }

    /** The buckets of all decision timers; the deadline is one of them. */
    private static Timer.Builder timer(String name, String description, Duration deadline) {
        return Timer.builder(name).description(description).serviceLevelObjectives(Buckets.around(deadline));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void received(Reception reception) {
        increment(trials, reception);
    }

    @Override
    public void decided(Decision decision, DecisionTimes times) {
        increment(decisions, decision.source());
        decisionTime.record(times.totalNanos(), TimeUnit.NANOSECONDS);
        learning.record(times.learnedNanos() - times.arrivedNanos(), TimeUnit.NANOSECONDS);
        planning.record(times.plannedNanos() - times.learnedNanos(), TimeUnit.NANOSECONDS);
        sending.record(times.sentNanos() - times.plannedNanos(), TimeUnit.NANOSECONDS);
        candidates.record(decision.evaluated());
        if (!Double.isNaN(decision.runnerUp().utility())) {
            margin.record(decision.utility() - decision.runnerUp().utility());
        }
        skipped.increment(decision.progress().skipped());
        if (times.missed()) {
            missed.increment();
        }
    }

    @Override
    public void implausible() {
        implausible.increment();
    }

    @Override
    public void modelAlarm(boolean up) {
        modelAlarm.set(up ? 1 : 0);
        if (up) {
            LOG.warn(
                    "experiment {}: what is observed does not agree with the model; see model_check in GetBelief",
                    id);
        } else {
            LOG.info("experiment {}: what is observed agrees with the model again", id);
        }
    }

    @Override
    public void warned(List<String> now) {
        warnings.set(now.size());
        if (now.isEmpty()) {
            LOG.info("experiment {}: the belief has no warnings any more", id);
        } else {
            LOG.warn("experiment {}: {}", id, String.join("; ", now));
        }
    }

    @Override
    public void foresaw(Foresight foresight) {
        foresights.record(foresight);
    }

    @Override
    public void maintained(Maintained adopted, Belief belief) {
        maintained.increment();
        LOG.info("experiment {}: after {} trials the belief adopted {}", id, adopted.getTrials(),
                adopted.getDescription());
    }

    @Override
    public void neuronsChanged(NeuronChange change) {
        LOG.info("experiment {}: before trial {} neurons {} were dropped and {} added ({})", id,
                change.getTrial(), change.getDroppedList(), change.getAddedList(),
                Wording.plain(change.getOperator()));
    }

    @Override
    public void arming(ArmingEvent event) {
        armed.set(event.kind() == ArmingEvent.Kind.ARMED ? 1 : 0);
        LOG.info("experiment {}: {} in epoch {}: {}", id, event.kind(), event.epoch(),
                Wording.plain(event.detail()));
    }

    @Override
    public void unmaintained(Throwable fault) {
        LOG.warn("experiment {}: the maintenance of the belief failed; it goes on without", id, fault);
    }

    @Override
    public void unscorable(Throwable fault) {
        unscorable.increment();
        LOG.warn("experiment {}: a candidate could not be scored; the search goes on without it", id, fault);
    }

    @Override
    public void refusedByEnvelope(Rule rule) {
        increment(envelopeRefusals, rule);
    }

    @Override
    public void receipt(Receipt receipt) {
        increment(receipts, receipt.getStatus());
    }

    @Override
    public void failed(Throwable failure) {
        failures.increment();
        LOG.error("experiment {} is halted by an internal error", id, failure);
    }

    private static <K> void increment(Map<K, Counter> counters, K key) {
        Counter counter = counters.get(key);
        if (counter != null) {
            counter.increment();
        }
    }
}
