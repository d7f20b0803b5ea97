package io.stimloop.gateway.server;

import io.stimloop.control.experiment.Companions;
import io.stimloop.control.experiment.Experiment;
import io.stimloop.control.experiment.TrialListener;
import io.stimloop.control.record.JournalKeeper;
import io.stimloop.control.spec.ResolvedSpec;
import io.stimloop.gateway.metrics.ServerMetrics;
import io.stimloop.gateway.page.Page;
import io.stimloop.gateway.record.Comeback;
import io.stimloop.gateway.record.Journals;
import io.stimloop.gateway.record.TrialRecords;
import io.stimloop.gateway.rpc.ExperimentCreator;
import io.stimloop.v1.JournalRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Who goes along with each experiment of a server: its metrics and, where there is a data folder, its journal and the
 * record for people.
 */
final class Retinue implements ExperimentCreator.Entourage, Comeback.Entourage, AutoCloseable {
    private final ServerMetrics metrics;
    private final Optional<Page> page;
    private final Optional<Kept> kept;

    private record Kept(Journals journals, TrialRecords records) {}

    /**
     * @param page       empty: nobody is shown one
     * @param dataFolder empty: nothing is kept
     * @throws IOException if the data folder cannot be made
     */
    Retinue(ServerMetrics metrics, Optional<Page> page, Optional<Path> dataFolder, LongSupplier nanoClock)
            throws IOException {
        this.metrics = metrics;
        this.page = page;
        kept = dataFolder.isPresent()
                ? Optional.of(new Kept(
                        new Journals(dataFolder.get(), nanoClock, Clock.systemUTC(), ProgramVersion.VERSION),
                        new TrialRecords(dataFolder.get())))
                : Optional.empty();
    }

    /** Where journals are kept; empty: nowhere. */
    Optional<Journals> journals() {
        return kept.map(Kept::journals);
    }

    @Override
    public Companions companions(ResolvedSpec spec, String id) {
        List<TrialListener> told = told(spec, id);
        return kept.map(all -> {
            JournalKeeper keeper = all.journals().keeper(id, List.of());
            metrics.journal(id, keeper);
            List<TrialListener> listeners = new ArrayList<>(List.of(keeper.events()));
            listeners.addAll(told);
            listeners.add(all.records().begin(id, spec.original()));
            return Companions.with(keeper, listeners.toArray(TrialListener[]::new));
        }).orElseGet(() -> Companions.of(told.toArray(TrialListener[]::new)));
    }

    @Override
    public Companions of(ResolvedSpec spec, String id, JournalKeeper keeper) {
        metrics.journal(id, keeper);
        List<TrialListener> listeners = new ArrayList<>(List.of(keeper.events()));
        listeners.addAll(told(spec, id));
        listeners.add(kept.orElseThrow().records().goOn(id));
        return Companions.with(keeper, listeners.toArray(TrialListener[]::new));
    }

    @Override
    public void remember(String id, JournalRecord record) {
        page.ifPresent(shown -> shown.recall(id, record));
    }

    /** The metrics, and the page if there is one. */
    private List<TrialListener> told(ResolvedSpec spec, String id) {
        List<TrialListener> told = new ArrayList<>();
        told.add(metrics.experiment(id, Duration.ofNanos(spec.planner().deadlineNanos())));
        page.ifPresent(shown -> told.add(shown.experiment(id, spec)));
        return told;
    }

    @Override
    public void opened(Experiment experiment, boolean fromPrior) {
        kept.ifPresent(all -> all.journals().begin(experiment, fromPrior));
    }

    /** The server knows the experiment no more. */
    void forget(String id) {
        metrics.remove(id);
        kept.ifPresent(all -> {
            all.journals().forget(id);
            all.records().forget(id);
        });
    }

    @Override
    public void close() {
        kept.ifPresent(all -> {
            all.journals().close();
            all.records().close();
        });
    }
}
