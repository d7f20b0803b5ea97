package io.stimloop.gateway.page;

import com.google.protobuf.util.Timestamps;
import io.stimloop.control.experiment.DecisionTimes;
import io.stimloop.control.experiment.TrialListener;
import io.stimloop.planning.decision.Decision;
import io.stimloop.v1.JournalRecord;
import io.stimloop.v1.Outcome;
import io.stimloop.v1.Present;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the page knows of the course of an experiment: its trials, its events and its tempo. All but {@link #queue} is
 * touched by the page's one thread only.
 */
final class Chronicle {
    private static final double NANOS_PER_MS = 1e6;
    private static final int COMMANDS_UNDER_WAY = 4;
    private static final int RATE_OVER = 20;
    private static final double MS_PER_S = 1e3;
    /** A loop that took so many times its usual interval stands still. */
    private static final int STANDSTILL = 5;

    private final Happenings queue = new Happenings();
    private final TrialHistory history;
    private final EventLog log = new EventLog();
    private final Tempo tempo;
    private final Foreseen foreseen = new Foreseen();
    private final Pauses pauses;
    private final Map<Long, Command> commands = new HashMap<>();
    private @Nullable Command latest;
    private Happening.@Nullable Taken taken;
    private TrialListener.Reception reception = TrialListener.Reception.LEARNED;
    private long anchorMillis;
    private long anchorNanos;
    private long learned;

    /** A command and what is known of how it came to be. */
    private static final class Command {
        private final Present present;
        private double latencyMs = Double.NaN;
        private double expectedNats = Double.NaN;
        private boolean missed;
        private String cause = "";
        private long atMillis;

        Command(Present present, long atMillis) {
            this.present = present;
            this.atMillis = atMillis;
        }
    }

    /**
     * Of an experiment of which nothing has happened yet.
     *
     * @param numbers of a stimulus and a response together
     */
    Chronicle(int numbers, double deadlineMs, Pauses pauses) {
        history = new TrialHistory(numbers);
        tempo = new Tempo(deadlineMs);
        this.pauses = pauses;
    }

    /** Where to tell what happens. */
    Happenings queue() {
        return queue;
    }

    /** Takes up what was told since. */
    void catchUp(long nowMillis) {
        queue.drain(this::take);
        long dropped = queue.takeDropped();
        if (dropped > 0) {
            log.add(Severity.WARNING, dropped + " messages were too many for the page and are missing here",
                    nowMillis);
        }
    }

    private void take(Happening happening) {
        switch (happening) {
            case Happening.Commanded commanded -> command(new Command(commanded.command(), 0));
            case Happening.Decided decided ->
                decided(decided.decision(), decided.times(), decided.atMillis());
            case Happening.Taken came -> taken = came;
            case Happening.Received received -> received(received.reception());
            case Happening.Learned done -> {
                over(done.trials());
                if (!Double.isNaN(done.entropyNats())) {
                    history.entropy(done.trials(), done.entropyNats());
                }
            }
            case Happening.Foreseen foresaw -> foreseen.add(foresaw.foresight());
            case Happening.Noted noted -> log.add(noted.severity(), noted.text(), noted.atMillis());
        }
    }

    private void command(Command command) {
        if (commands.size() >= COMMANDS_UNDER_WAY) {
            commands.clear();
        }
        latest = command;
        commands.put(command.present.getTrial(), command);
    }

    private void decided(Decision decision, DecisionTimes times, long atMillis) {
        Command command = latest;
        tempo.add(times);
        if (command == null) {
            return;
        }
        command.atMillis = atMillis;
        command.latencyMs = times.totalNanos() / NANOS_PER_MS;
        command.missed = times.missed();
        command.expectedNats = decision.evaluated() > 0 ? decision.utility() : Double.NaN;
        if (times.missed()) {
            command.cause = cause(times, pauses.between(atMillis - (long) command.latencyMs, atMillis));
        }
    }

    /** Why a command left late. */
    static String cause(DecisionTimes times, long pausedMs) {
        double learnMs = (times.learnedNanos() - times.arrivedNanos()) / NANOS_PER_MS;
        double planMs = (times.plannedNanos() - times.learnedNanos()) / NANOS_PER_MS;
        double sendMs = (times.sentNanos() - times.plannedNanos()) / NANOS_PER_MS;
        String stage = planMs >= Math.max(learnMs, sendMs)
                ? String.format(Locale.ROOT, "planning took %.1f ms", planMs)
                : learnMs >= sendMs
                        ? String.format(Locale.ROOT, "waiting and learning took %.1f ms", learnMs)
                        : String.format(Locale.ROOT, "sending took %.1f ms", sendMs);
        return pausedMs > 0 ? stage + ", of which the garbage collector " + pausedMs + " ms" : stage;
    }

    private void received(TrialListener.Reception received) {
        Happening.Taken known = taken;
        if (received != TrialListener.Reception.REPEATED && received != TrialListener.Reception.REFUSED) {
            reception = received;
            if (known != null && known.withdrawn()) {
                over(learned);
            }
        }
    }

    /** The trial of the latest outcome is over, and the belief has learned from so many. */
    private void over(long trials) {
        Happening.Taken known = taken;
        taken = null;
        learned = trials;
        Command command = known == null ? null : commands.remove(known.outcome().getTrial());
        if (known != null && command != null) {
            history.add(row(command, known.outcome(), reception != TrialListener.Reception.LEARNED));
        }
    }

    private TrialRow row(Command command, Outcome known, boolean unlearned) {
        Present present = command.present;
        return new TrialRow(present.getTrial(),
                present.getStimulusList().stream().mapToDouble(Double::doubleValue).toArray(),
                response(known), present.getDecision().getSource().name(), command.expectedNats, learned,
                command.latencyMs, command.missed, command.cause, unlearned, command.atMillis);
    }

    private static List<? extends Number> response(Outcome outcome) {
        if (outcome.getChoicesCount() > 0) {
            return List.copyOf(outcome.getChoicesList());
        }
        return List.copyOf(outcome.getValuesCount() > 0 ? outcome.getValuesList() : outcome.getCountsList());
    }

    /** Takes up what a journal says of an earlier run of the program, before anything happens in this one. */
    void recall(JournalRecord record) {
        switch (record.getRecordCase()) {
            case CLOCK_ANCHOR -> {
                anchorMillis = Timestamps.toMillis(record.getClockAnchor().getWall());
                anchorNanos = record.getClockAnchor().getMonotonicNanos();
            }
            case COMMANDED -> recallCommand(record);
            case TAKEN -> {
                boolean withdrawn = record.getTaken().getWithdrawn();
                taken = new Happening.Taken(record.getTaken().getOutcome(), withdrawn);
                reception = withdrawn || record.getTaken().getOutcome().getInvalid()
                        ? TrialListener.Reception.INVALID
                        : TrialListener.Reception.BLANK;
                if (reception == TrialListener.Reception.INVALID
                        || record.getTaken().getPresentedCount() == 0) {
                    over(learned);
                }
            }
            case LEARNED -> {
                if (taken != null) {
                    reception = TrialListener.Reception.LEARNED;
                    over(learned + 1);
                }
            }
            default -> {
                // The page shows trials.
            }
        }
    }

    private void recallCommand(JournalRecord record) {
        Present present = record.getCommanded().getPresent();
        Command command = new Command(present,
                anchorMillis + Math.round((record.getAtNanos() - anchorNanos) / NANOS_PER_MS));
        command.expectedNats = present.getDecision().getEvaluated() > 0
                ? present.getDecision().getUtility()
                : Double.NaN;
        command(command);
    }

    /** Trials a second now; 0 where the loop stands still. */
    double ratePerSecond(long nowMillis) {
        TrialColumns recent = history.after(history.beforeLatest(RATE_OVER), Long.MAX_VALUE, RATE_OVER);
        if (recent.size() < 2) {
            return 0;
        }
        long first = Instant.parse(recent.at().getFirst()).toEpochMilli();
        long last = Instant.parse(recent.at().getLast()).toEpochMilli();
        double intervalMs = Math.max(last - first, 1) / (double) (recent.size() - 1);
        boolean still = nowMillis - last > STANDSTILL * Math.max(intervalMs, MS_PER_S / 2);
        return still ? 0 : MS_PER_S / intervalMs;
    }

    TrialHistory history() {
        return history;
    }

    EventLog log() {
        return log;
    }

    Tempo tempo() {
        return tempo;
    }

    Foreseen foreseen() {
        return foreseen;
    }
}
