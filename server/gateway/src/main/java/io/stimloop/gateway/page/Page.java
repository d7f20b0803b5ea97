package io.stimloop.gateway.page;

import io.grpc.Channel;
import io.netty.handler.ssl.SslContext;
import io.stimloop.control.experiment.Experiments;
import io.stimloop.control.experiment.TrialListener;
import io.stimloop.control.spec.ResolvedSpec;
import io.stimloop.gateway.http.Background;
import io.stimloop.gateway.http.HttpListener;
import io.stimloop.gateway.security.Access;
import io.stimloop.v1.JournalRecord;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The operator's page of a server. All it does runs on two threads of its own, which give way to everything else; an
 * experiment's thread only leaves word of what happened, and a copy of its belief as it does for every watcher.
 */
public final class Page implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Page.class);
    private static final long TICK_MILLIS = 20;
    private static final double NANOS_PER_MS = 1e6;
    private static final int MOST_SKETCHES = 64;

    private final Pauses pauses = new Pauses();
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1,
            Background.threads("page"));
    private final ThreadPoolExecutor spare = new ThreadPoolExecutor(1, 1, 1, TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(MOST_SKETCHES), Background.threads("page-sketches"));
    private final InstantSource clock;
    private final LongSupplier nanoClock;
    private final Gallery gallery;
    private volatile Optional<HttpListener> listener = Optional.empty();

    /**
     * Where the page is to be found.
     *
     * @param address port 0 chooses a free one
     * @param tls     empty: not encrypted
     */
    public record Place(InetSocketAddress address, Optional<SslContext> tls) {}

    /**
     * Makes the page of a server; nobody sees it yet.
     *
     * @param version of the program
     */
    public Page(Experiments experiments, LongSupplier nanoClock, InstantSource clock, String version) {
        this.clock = clock;
        this.nanoClock = nanoClock;
        spare.allowCoreThreadTimeOut(true);
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        gallery = new Gallery(experiments,
                new Exhibit.Makers(new StateMaker(pauses, clock), new FixedMaker(version), spare),
                thread, nanoClock, clock, version);
    }

    /** Listens to an experiment that is about to be opened. */
    public TrialListener experiment(String id, ResolvedSpec spec) {
        int numbers = spec.dimensions().size() + spec.neurons().size();
        Chronicle chronicle = new Chronicle(numbers, spec.planner().deadlineNanos() / NANOS_PER_MS, pauses);
        gallery.expect(id, chronicle);
        return new Witness(chronicle.queue(), clock);
    }

    /** What a journal says of an experiment that comes back, record by record, before the page is opened. */
    public void recall(String id, JournalRecord record) {
        gallery.recall(id, record);
    }

    /** The server knows the experiment no more. */
    public void forget(String id) {
        gallery.forget(id);
    }

    /**
     * Shows it.
     *
     * @param server to the server itself, without a hop; what the page has done goes this way
     * @throws IOException if the address cannot be bound
     */
    public void open(Place place, Access access, Channel server) throws IOException {
        listener = Optional
                .of(new HttpListener(place.address(), place.tls(), Background.promptThreads("page-io"),
                        new PageApi(gallery, new Orders(server), access, thread, nanoClock)));
        var _ = thread.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void tick() {
        try {
            gallery.tick();
        } catch (RuntimeException fault) {
            LOG.error("the page cannot be kept fresh", fault);
        }
    }

    /** Where it listens; empty before it is shown. */
    public Optional<InetSocketAddress> address() {
        return listener.map(HttpListener::address);
    }

    @Override
    public void close() {
        thread.shutdownNow();
        spare.shutdownNow();
        listener.ifPresent(HttpListener::close);
        pauses.close();
    }
}
