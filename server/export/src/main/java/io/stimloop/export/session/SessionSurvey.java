package io.stimloop.export.session;

import io.stimloop.control.experiment.Refused;
import io.stimloop.control.journal.RecordVisitor;
import io.stimloop.control.spec.ResolvedSpec;
import io.stimloop.v1.ExperimentSpec;
import io.stimloop.v1.JournalRecord;
import io.stimloop.v1.Neuron;
import io.stimloop.v1.NeuronChange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The first pass: what must be known before anything is written. Not thread safe. */
public final class SessionSurvey implements RecordVisitor {
    private static final int MOST_HAPPENINGS = 2_000;
    private static final int MOST_REASONS = 100;
    private static final String OTHERS = "other reasons";

    private final SessionClock clock = new SessionClock();
    private final List<String> neurons = new ArrayList<>();
    private final List<String> dropped = new ArrayList<>();
    private final List<NeuronChange> changes = new ArrayList<>();
    private final List<Session.Happening> happenings = new ArrayList<>();
    private final Map<String, Long> refusals = new TreeMap<>();
    private final Map<String, Long> deliveries = new TreeMap<>();
    private JournalRecord.Opened opened = JournalRecord.Opened.getDefaultInstance();
    private long records;
    private long trials;
    private String ending = "";

    private SessionSurvey() {}

    /**
     * Surveys an experiment.
     *
     * @param specs what a spec means
     * @throws IOException if there is too little of it to tell anything
     * @throws Refused     if its spec cannot be understood
     */
    public static Session of(JournalFolder folder, Function<ExperimentSpec, ResolvedSpec> specs)
            throws IOException {
        SessionSurvey survey = new SessionSurvey();
        String missing = survey.read(folder);
        if (survey.records == 0 || !survey.opened.hasSpec()) {
            throw new IOException(
                    "nothing of the journal is whole" + (missing.isEmpty() ? "" : ": " + missing));
        }
        return new Session(survey.opened, specs.apply(survey.opened.getSpec()), List.copyOf(survey.neurons),
                List.copyOf(survey.dropped), survey.records, survey.trials, missing, survey.ending,
                List.copyOf(survey.happenings), survey.refusals, survey.deliveries,
                List.copyOf(survey.changes));
    }

    private String read(JournalFolder folder) throws IOException {
        return folder.read(this);
    }

    @Override
    public void visit(long number, JournalRecord record) {
        records = number;
        switch (record.getRecordCase()) {
            case OPENED -> opened(record.getOpened());
            case CLOCK_ANCHOR -> clock.anchor(record.getClockAnchor());
            case COMMANDED -> commanded(record.getCommanded());
            case RECEIPT -> count(deliveries, record.getReceipt().getStatus().name());
            case NEURONS_CHANGED -> changed(record.getNeuronsChanged(), clock.at(record));
            case MAINTAINED ->
                happened(clock.at(record), "belief maintained: " + record.getMaintained().getDescription());
            case OPERATOR_ACTION -> acted(record.getOperatorAction());
            case RESUMED -> happened(clock.at(record), "server restarted: "
                    + record.getResumed().getSoftwareVersion());
            case HALTED -> ended(record, "halted: " + record.getHalted().getDetail());
            case FINISHED -> ended(record, "finished: " + record.getFinished().getReason());
            default -> {
                // Says nothing that is asked here.
            }
        }
    }

    private void opened(JournalRecord.Opened first) {
        opened = first;
        clock.start(first.getCreatedAt());
        first.getSpec().getNeuronsList().stream().map(Neuron::getName).forEach(neurons::add);
    }

    private void commanded(JournalRecord.Commanded command) {
        trials++;
        command.getRefusedList().forEach(refusal -> count(refusals, refusal.getReason()));
    }

    private static void count(Map<String, Long> counts, String what) {
        counts.merge(counts.size() < MOST_REASONS || counts.containsKey(what) ? what : OTHERS, 1L, Long::sum);
    }

    private void changed(NeuronChange change, double seconds) {
        changes.add(change);
        change.getAddedList().stream().filter(name -> !neurons.contains(name)).forEach(neurons::add);
        dropped.addAll(change.getDroppedList());
        dropped.removeAll(change.getAddedList());
        happened(seconds, "neurons changed before trial " + change.getTrial() + ": dropped "
                + change.getDroppedList() + ", added " + change.getAddedList() + by(change.getOperator()));
    }

    private void acted(JournalRecord.OperatorAction action) {
        happened(clock.seconds(action.getAskedAt()), action.getKind().name().toLowerCase(Locale.ROOT)
                + by(action.getOperator()) + (action.getReason().isEmpty() ? "" : ": " + action.getReason()));
    }

    private static String by(String operator) {
        return operator.isEmpty() ? "" : " by " + operator;
    }

    private void ended(JournalRecord record, String how) {
        ending = how;
        happened(clock.at(record), how);
    }

    private void happened(double seconds, String words) {
        if (happenings.size() < MOST_HAPPENINGS) {
            happenings.add(new Session.Happening(seconds, words));
        }
    }
}
