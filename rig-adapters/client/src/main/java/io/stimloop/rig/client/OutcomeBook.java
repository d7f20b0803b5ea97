package io.stimloop.rig.client;

import io.stimloop.v1.Outcome;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/** Keeps outcomes until the server has acknowledged them. Not thread safe. */
final class OutcomeBook {
    /** More than a server leaves unacknowledged unless it has lost its disk. */
    private static final int CAPACITY = 4096;

    private final Deque<Entry> entries = new ArrayDeque<>();
    private boolean journalled;

    /** An outcome and the command that it answers. */
    record Entry(Command command, Outcome outcome) {
        /** What a blank showed cannot be said in answer to a stimulus, nor the other way round. */
        private boolean canAnswer(Command asked) {
            return command.isBlank() == asked.isBlank();
        }

        /**
         * The outcome in answer to a command of the same trial. A server that lost its last decision to a
         * power cut may ask for another stimulus under the same number; it is told what was really shown.
         */
        Outcome outcomeOf(Command asked) {
            boolean asCommanded = outcome.getPresentedCount() == 0 && !outcome.getInvalid();
            return command.isSameAs(asked) || !asCommanded
                    ? outcome
                    : outcome.toBuilder()
                            .addAllPresented(DoubleStream.of(command.stimulus()).boxed().toList()).build();
        }
    }

    void keep(Command command, Outcome outcome) {
        if (entries.size() == CAPACITY) {
            throw new IllegalStateException("the server has not acknowledged " + CAPACITY
                    + " outcomes, the oldest of trial " + entries.getFirst().command.trial());
        }
        entries.addLast(new Entry(command, outcome));
    }

    /** Lets go of what survives power loss, or of what is accepted when the server keeps no journal. */
    void acknowledged(long acceptedThrough, long durableThrough) {
        journalled |= durableThrough > 0;
        long through = journalled ? durableThrough : acceptedThrough;
        while (!entries.isEmpty() && entries.getFirst().command.trial() <= through) {
            entries.removeFirst();
        }
    }

    @Nullable
    Entry find(long trial) {
        return entries.stream().filter(entry -> entry.command.trial() == trial).findAny().orElse(null);
    }

    /** The outcome that answers a command; one of the same trial that cannot answer it is let go. */
    @Nullable
    Entry find(Command asked) {
        entries.removeIf(entry -> entry.command.trial() == asked.trial() && !entry.canAnswer(asked));
        return find(asked.trial());
    }
}
