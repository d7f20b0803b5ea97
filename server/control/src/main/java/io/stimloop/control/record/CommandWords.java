package io.stimloop.control.record;

import com.google.protobuf.Duration;
import io.stimloop.control.experiment.DecisionTimes;
import io.stimloop.planning.decision.Decision;
import io.stimloop.planning.decision.RunnerUp;
import io.stimloop.v1.JournalRecord;
import io.stimloop.v1.StimulusScore;

/** What a journal says of a decision beside the command. */
final class CommandWords {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private CommandWords() {}

    /** The second best, where there was one. */
    static void describe(Decision decision, JournalRecord.Commanded.Builder into) {
        RunnerUp second = decision.runnerUp();
        if (second.stimulus().length == 0) {
            return;
        }
        StimulusScore.Builder score = into.getRunnerUpBuilder().setUtility(second.utility());
        for (double value : second.stimulus()) {
            score.addStimulus(value);
        }
        into.setMargin(decision.utility() - second.utility());
    }

    /** From the arrival of the outcome to the leaving of the command. */
    static Duration took(DecisionTimes times) {
        long nanos = Math.max(0, times.sentNanos() - times.arrivedNanos());
        return Duration.newBuilder().setSeconds(nanos / NANOS_PER_SECOND)
                .setNanos((int) (nanos % NANOS_PER_SECOND)).build();
    }
}
