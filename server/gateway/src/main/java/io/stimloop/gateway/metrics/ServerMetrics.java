package io.stimloop.gateway.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.stimloop.control.experiment.Experiment;
import io.stimloop.control.experiment.RigContact;
import io.stimloop.control.experiment.TrialListener;
import io.stimloop.control.record.JournalKeeper;
import io.stimloop.gateway.edge.EdgeCounts;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** All metrics of a server. Thread safe. */
public final class ServerMetrics implements AutoCloseable {
    private static final long READING_TIMEOUT_MILLIS = 1_000;
    private static final double NANOS_PER_S = 1e9;
    /** Their names break Prometheus' rules: an abbreviated unit, and the suffix of a histogram. */
    private static final Set<String> MISNAMED = Set.of("process.cpu.time", "system.cpu.count");

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final Map<String, Learning> learning = new ConcurrentHashMap<>();
    private final Supplier<Collection<Experiment>> experiments;

    /** What was last read of one experiment's belief, in nats. */
    private record Learning(double entropyNats, double gainedNats) {}

    /**
     * Makes the metrics of a server.
     *
     * @param experiments all, ended ones too
     */
    public ServerMetrics(Supplier<Collection<Experiment>> experiments) {
        this.experiments = experiments;
        registry.config().meterFilter(MeterFilter.deny(id -> MISNAMED.contains(id.getName())));
        Gauge.builder("stimloop.open.experiments", () -> open().size())
                .description("Experiments that are not over").register(registry);
        Gauge.builder("stimloop.connected.rigs", () -> open().stream().mapToInt(Experiment::rigs).sum())
                .description("Rigs connected to open experiments").register(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ClassLoaderMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        collections.bindTo(registry);
    }

    /** Shows what is turned away at the edge of the server, and what is held there. */
    public void edge(EdgeCounts counts) {
        Gauge.builder("stimloop.open.connections", counts::openConnections)
                .description("Connections to gRPC").register(registry);
        FunctionCounter.builder("stimloop.refused.connections", counts, EdgeCounts::refusedConnections)
                .description("Connections not taken: too many, or too fast").register(registry);
        FunctionCounter.builder("stimloop.closed.connections", counts, EdgeCounts::closedConnections)
                .description("Connections closed for what came over them").register(registry);
        Gauge.builder("stimloop.unfinished.message.bytes", counts::unfinishedBytes)
                .description("Held of messages that have not come whole").register(registry);
    }

    /** Shows when the server's certificate ends. */
    public void certificate(Supplier<Instant> expires) {
        TimeGauge
                .builder("stimloop.certificate.expires", () -> expires.get().getEpochSecond(),
                        TimeUnit.SECONDS)
                .description("When the certificate in use ends, in seconds since 1970").register(registry);
    }

    /** Shows how many records of an experiment's journal wait to be written. */
    public void journal(String id, JournalKeeper keeper) {
        Gauge.builder("stimloop.journal.lag.records", keeper, JournalKeeper::lag).tag("experiment", id)
                .description("Records that wait to be written").register(registry);
    }

    private Optional<Experiment> find(String id) {
        return experiments.get().stream().filter(experiment -> experiment.id().equals(id)).findAny();
    }

    private double quietSeconds(String id) {
        return find(id).stream().flatMap(experiment -> experiment.contacts().stream())
                .mapToLong(RigContact::quietNanos).max().stream().mapToDouble(nanos -> nanos / NANOS_PER_S)
                .findAny().orElse(Double.NaN);
    }

    private List<Experiment> open() {
        return experiments.get().stream().filter(experiment -> !experiment.over()).toList();
    }

    /** Makes the meters of one experiment. */
    public TrialListener experiment(String id, Duration deadline) {
        learning.put(id, new Learning(Double.NaN, Double.NaN));
        Gauge.builder("stimloop.experiment.running",
                () -> find(id).filter(Experiment::running).isPresent() ? 1 : 0)
                .tag("experiment", id).description("1 while commands are sent").register(registry);
        TimeGauge.builder("stimloop.rig.quiet", () -> quietSeconds(id), TimeUnit.SECONDS)
                .tag("experiment", id)
                .description("Since anything came from the rig that is silent for longest")
                .register(registry);
        Gauge.builder("stimloop.belief.entropy.nats", () -> learning(id).entropyNats()).tag("experiment", id)
                .description("Entropy of the belief over its parameters").register(registry);
        Gauge.builder("stimloop.information.gained.nats", () -> learning(id).gainedNats())
                .tag("experiment", id)
                .description("Entropy of the prior less that of the belief").register(registry);
        return new ExperimentMetrics(registry, id, deadline);
    }

    private Learning learning(String id) {
        return learning.getOrDefault(id, new Learning(Double.NaN, Double.NaN));
    }

    /** Removes the meters of an experiment that the server has forgotten. */
    public void remove(String id) {
        learning.remove(id);
        for (Meter meter : registry.getMeters()) {
            if (id.equals(meter.getId().getTag("experiment"))) {
                registry.remove(meter);
            }
        }
    }

    /** All metrics as Prometheus text; beliefs are read now. */
    public String text() {
        experiments.get().forEach(this::read);
        return registry.scrape();
    }

    private void read(Experiment experiment) {
        try {
            double entropyNats = experiment.reading().get(READING_TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)
                    .entropyNats();
            learning.replace(experiment.id(),
                    new Learning(entropyNats, experiment.priorEntropyNats() - entropyNats));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException | ExecutionException busy) {
            learning.replace(experiment.id(), new Learning(Double.NaN, Double.NaN));
        }
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}
