package io.stimloop.gateway.server;

import io.stimloop.control.experiment.Experiment;
import io.stimloop.control.experiment.ExperimentOpener;
import io.stimloop.control.experiment.Experiments;
import io.stimloop.control.experiment.NeuronChanger;
import io.stimloop.gateway.metrics.MetricsEndpoint;
import io.stimloop.gateway.metrics.ServerMetrics;
import io.stimloop.gateway.page.Page;
import io.stimloop.gateway.record.Comeback;
import io.stimloop.gateway.rpc.ExperimentCreator;
import io.stimloop.gateway.rpc.ExperimentEndpoint;
import io.stimloop.gateway.rpc.RigEndpoint;
import io.stimloop.gateway.rpc.SafetyEndpoint;
import io.stimloop.gateway.rpc.StopButton;
import io.stimloop.gateway.rpc.Watches;
import io.stimloop.planning.pool.WorkerPool;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server, running. The only place where the real clocks are taken up. */
public final class StimloopServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StimloopServer.class);
    private static final int SNAPSHOT_PERIOD_MILLIS = 100;
    /** How long a part may take to answer before outputs end; a lease cannot be renewed without the transport. */
    private static final long TRANSPORT_NANOS = 50_000_000;
    private static final long WORKERS_NANOS = 1_000_000_000;
    private static final int OPERATOR_THREADS = 4;
    private static final int OPERATOR_WAITING = 64;
    private static final int UPKEEP_WAITING = 16;

    private final Experiments experiments;
    private final ServerMetrics metrics;
    private final Retinue retinue;
    private final WorkerPool pool;
    private final ExecutorService operatorWork = Threads.bounded("operator", OPERATOR_THREADS,
            OPERATOR_WAITING);
    private final ExecutorService upkeep = Threads.bounded("upkeep", 1, UPKEEP_WAITING);
    private final Heartbeats heartbeats = new Heartbeats(System::nanoTime);
    private final Doors doors;
    private final MetricsEndpoint metricsPage;
    private final RpcServer rpc;
    private final RpcServer stopRpc;
    private final Page page;
    private final Optional<PageDoor> pageDoor;

    /**
     * Starts a server.
     *
     * @throws IOException if a port cannot be bound, the data folder made, or the server not be kept as closed as
     *                     it must be; the message says what is wrong
     */
    public StimloopServer(ServerOptions options) throws IOException {
        LongSupplier nanoClock = System::nanoTime;
        doors = Doors.of(options);
        pool = new WorkerPool(options.searchThreads());
        metrics = new ServerMetrics(this::all);
        metrics.edge(doors.counts());
        doors.certificate().ifPresent(metrics::certificate);
        experiments = new Experiments(options.mostExperiments(), options.memoryBudgetBytes(),
                options.searchThreads(), this::forget);
        page = new Page(experiments, nanoClock, Clock.systemUTC(), ProgramVersion.VERSION);
        retinue = new Retinue(metrics, options.page().isPresent() ? Optional.of(page) : Optional.empty(),
                options.dataFolder(), nanoClock);
        ExperimentOpener opener = new ExperimentOpener(pool, nanoClock, Clock.systemUTC(), heartbeats::start,
                upkeep, options.warmUp());
        WireWarmUp wire = new WireWarmUp(opener, doors::ownChannel, nanoClock,
                options.warmUp().multipliedBy(2));
        ExperimentCreator creator = new ExperimentCreator(experiments, opener,
                retinue, () -> wire.runOnce(port()), options.limits(), Clock.systemUTC());
        if (retinue.journals().isPresent()) {
            new Comeback(retinue.journals().get(), experiments, opener, creator::resolve, retinue)
                    .all();
        }
        Watches watches = new Watches(operatorWork, nanoClock);
        metricsPage = bindOrClose(List.of(doors), "--metrics-port", options.metricsPort(),
                port -> new MetricsEndpoint(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), port), metrics::text));
        StopButton stop = new StopButton(experiments);
        ExperimentEndpoint operators = new ExperimentEndpoint(experiments, creator,
                new NeuronChanger(experiments, Clock.systemUTC()), operatorWork, watches, stop);
        rpc = bindOrClose(List.of(metricsPage, doors), "--port", options.port(), port -> new RpcServer(port,
                List.of(new RigEndpoint(id -> wire.find(id).orElseGet(() -> experiments.get(id)), nanoClock),
                        operators),
                doors));
        stopRpc = bindOrClose(List.of(rpc, metricsPage, doors), "--stop-port", options.stopPort(),
                port -> new RpcServer(port, List.of(new SafetyEndpoint(stop)), doors));
        pageDoor = options.page().isPresent()
                ? Optional.of(orClose(List.of(stopRpc, rpc, metricsPage, page, doors),
                        () -> new PageDoor(page, options.page().get(), operators, doors)))
                : Optional.empty();
        if (!experiments.all().isEmpty()) {
            wire.runOnce(port());
        }
        heartbeats.watch(List.of(new PingedPart("the transport", TRANSPORT_NANOS, rpc::execute),
                new PingedPart("the search workers", WORKERS_NANOS, pool::ping)));
        heartbeats.every(SNAPSHOT_PERIOD_MILLIS, watches::tick);
    }

    private List<Experiment> all() {
        return experiments.all();
    }

    private void forget(String id) {
        retinue.forget(id);
        page.forget(id);
    }

    private interface Binding<T> {
        T to(int port) throws IOException;
    }

    private static <T> T bind(String option, int port, Binding<T> binding) throws IOException {
        try {
            return binding.to(port);
        } catch (IOException failure) {
            throw new IOException(option + " " + port + ": cannot listen there (" + failure.getMessage()
                    + "); choose a free port, or 0 for any", failure);
        }
    }

    /** Binds a port, or closes what was opened before it. */
    private static <T> T bindOrClose(List<AutoCloseable> open, String option, int port, Binding<T> binding)
            throws IOException {
        return orClose(open, () -> bind(option, port, binding));
    }

    private interface Opening<T> {
        T open() throws IOException;
    }

    /** Opens something, or closes what was opened before it. */
    private static <T> T orClose(List<AutoCloseable> open, Opening<T> opening) throws IOException {
        try {
            return opening.open();
        } catch (IOException failure) {
            for (AutoCloseable resource : open) {
                try {
                    resource.close();
                } catch (Exception another) {
                    failure.addSuppressed(another);
                }
            }
            throw failure;
        }
    }

    /** The port of gRPC. */
    public int port() {
        return rpc.port();
    }

    /** The address of gRPC. */
    public InetAddress address() {
        return doors.bind();
    }

    /** The port of the stop button. */
    public int stopPort() {
        return stopRpc.port();
    }

    /** The port of the metrics page. */
    public int metricsPort() {
        return metricsPage.address().getPort();
    }

    /** Where the operator's page is, as a browser has it; empty where there is none. */
    public Optional<String> page() {
        return pageDoor.map(PageDoor::address);
    }

    /** Tells the rigs to go safe, waits until the stimulators are, for a bounded time, then stops. */
    @Override
    public void close() {
        rpc.refuseNewCalls();
        experiments.all().forEach(experiment -> experiment.serverStopping("the server is stopping"));
        StopButton.safety(experiments.all()).join().stream().filter(rig -> !rig.getSafe())
                .forEach(rig -> LOG.error("experiment {}: rig {} {}", rig.getExperimentId(), rig.getRigId(),
                        rig.getDetail()));
        heartbeats.close();
        page.close();
        pageDoor.ifPresent(PageDoor::close);
        stopRpc.close();
        rpc.close();
        doors.close();
        metricsPage.close();
        pool.close();
        operatorWork.shutdownNow();
        upkeep.shutdownNow();
        retinue.close();
        metrics.close();
    }
}
