package io.stimloop.gateway.record;

import io.stimloop.control.experiment.Companions;
import io.stimloop.control.experiment.Experiment;
import io.stimloop.control.experiment.ExperimentOpener;
import io.stimloop.control.experiment.Experiments;
import io.stimloop.control.experiment.Refused;
import io.stimloop.control.experiment.Reopening;
import io.stimloop.control.journal.Journal;
import io.stimloop.control.journal.Recovery;
import io.stimloop.control.journal.RecoveryReport;
import io.stimloop.control.record.JournalKeeper;
import io.stimloop.control.record.JournalSurvey;
import io.stimloop.control.record.OpeningRecords;
import io.stimloop.control.spec.ResolvedSpec;
import io.stimloop.v1.ExperimentSpec;
import io.stimloop.v1.JournalRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings every experiment that was open back after a restart, paused, with the belief that it had. */
public final class Comeback {
    private static final Logger LOG = LoggerFactory.getLogger(Comeback.class);

    private final Journals journals;
    private final Experiments experiments;
    private final ExperimentOpener opener;
    private final Function<ExperimentSpec, ResolvedSpec> specs;
    private final Entourage entourage;

    /** Who goes along with an experiment that comes back. */
    public interface Entourage {
        /** @param keeper of its journal */
        Companions of(ResolvedSpec spec, String id, JournalKeeper keeper);

        /** A record of its journal, after its companions are there. */
        void remember(String id, JournalRecord record);
    }

    /**
     * Makes it for the experiments of a server.
     *
     * @param specs what a spec means here; may throw {@link Refused}
     */
    public Comeback(Journals journals, Experiments experiments, ExperimentOpener opener,
            Function<ExperimentSpec, ResolvedSpec> specs, Entourage entourage) {
        this.journals = journals;
        this.experiments = experiments;
        this.opener = opener;
        this.specs = specs;
        this.entourage = entourage;
    }

    /**
     * Brings back all that are not over. One that cannot come back is left as it is on the disk, and the log says why.
     *
     * @throws IOException if the data folder cannot be read
     */
    public void all() throws IOException {
        List<JournalSurvey> open = new ArrayList<>();
        for (String id : journals.found()) {
            survey(id, open);
        }
        open.sort((a, b) -> Long.compare(a.opened().getCreatedAt().getSeconds(),
                b.opened().getCreatedAt().getSeconds()));
        open.forEach(this::bringBack);
    }

    private void survey(String id, List<JournalSurvey> open) {
        JournalSurvey survey = new JournalSurvey();
        try (Recovery _ = Journal.recover(journals.setup(id), survey)) {
            if (!survey.opened().getExperimentId().equals(id)) {
                LOG.error("the folder {} holds a journal of experiment {}: a copy is not brought back", id,
                        survey.opened().getExperimentId());
            } else if (!survey.over()) {
                open.add(survey);
            }
        } catch (IOException | RuntimeException unusable) {
            left(id, unusable);
        }
    }

    private static void left(String id, Exception why) {
        LOG.error(
                "experiment {} does not come back: {}. Its journal is left as it is; see stimloop journal verify",
                id,
                why.getMessage(), why instanceof Refused ? null : why);
    }

    private void bringBack(JournalSurvey survey) {
        String id = survey.opened().getExperimentId();
        JournalKeeper keeper = journals.keeper(id, survey.grantedPicojoules());
        boolean back = false;
        try {
            bringBack(id, keeper);
            back = true;
        } catch (IOException | RuntimeException unusable) {
            left(id, unusable);
        } finally {
            if (!back) {
                experiments.cancel(id);
                journals.forget(id);
            }
        }
    }

    private void bringBack(String id, JournalKeeper keeper) throws IOException {
        Reopening reopening = new Reopening(opener, new Place(keeper), experiments.memoryBudgetBytes());
        try (Recovery recovery = Journal.recover(journals.setup(id),
                (number, record) -> {
                    reopening.take(record);
                    entourage.remember(id, record);
                })) {
            Experiment experiment = reopening.experiment();
            RecoveryReport report = recovery.report();
            Journal journal = recovery.resume(keeper);
            journal.append(JournalRecord.newBuilder().setResumed(JournalRecord.Resumed.newBuilder()
                    .setSoftwareVersion(journals.version()).setJavaVersion(OpeningRecords.javaVersion())
                    .setCutBytes(report.cutBytes())).build());
            journals.keep(experiment, journal);
            experiments.open(experiment);
            LOG.info("experiment {} is back after {} trials with the same belief; {}", id, report.trials(),
                    report.cutBytes() == 0
                            ? "its journal is whole"
                            : report.cutBytes() + " bytes of an unfinished record were cut off its journal");
        }
    }

    /** In this server, with a journal that is there already. */
    private final class Place implements Reopening.Host {
        private final JournalKeeper keeper;

        Place(JournalKeeper keeper) {
            this.keeper = keeper;
        }

        @Override
        public ResolvedSpec place(JournalRecord.Opened opened) {
            ResolvedSpec spec = specs.apply(opened.getSpec());
            experiments.reserve(opened.getExperimentId(), spec.memoryBytes());
            return spec;
        }

        @Override
        public Companions companions(ResolvedSpec spec, String id) {
            return entourage.of(spec, id, keeper);
        }

        @Override
        public void admit(String id, ResolvedSpec spec, long floorNanos) {
            experiments.admit(id, spec, floorNanos);
        }
    }
}
