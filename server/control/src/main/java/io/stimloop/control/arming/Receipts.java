package io.stimloop.control.arming;

import io.stimloop.v1.Present;
import io.stimloop.v1.Receipt;
import io.stimloop.v1.ReceiptStatus;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a stimulator did what it was told, by its own receipts. Remembers the latest commands of one arming. Called by
 * the experiment's one writer, but for {@link #forget}.
 */
public final class Receipts {
    /** A receipt may come after the command that follows. */
    private static final int REMEMBERED = 8;
    /** What a device may add or take by the steps of its converters. */
    private static final double TOLERANCE = 0.01;
    /** Commands that may be without their receipt. */
    private static final int PATIENCE = 3;

    private final @Nullable Present[] commands = new Present[REMEMBERED];
    private final boolean[] answered = new boolean[REMEMBERED];

    /** A new arming begins: what was commanded before is history. */
    synchronized void forget() {
        Arrays.fill(commands, null);
    }

    /**
     * A command has left.
     *
     * @return what is wrong: a command some trials ago has no receipt; empty when nothing is
     */
    public synchronized Optional<String> commanded(Present present) {
        int slot = slot(present.getTrial());
        commands[slot] = present;
        answered[slot] = false;
        long due = present.getTrial() - PATIENCE;
        Present before = due > 0 ? commands[slot(due)] : null;
        return before != null && before.getTrial() == due && !answered[slot(due)]
                ? Optional.of("the stimulator has sent no receipt for trial " + due)
                : Optional.empty();
    }

    /** How a receipt contradicts its command, in words; empty when it does not. */
    public synchronized Optional<String> contradiction(Receipt receipt) {
        Present command = commands[slot(receipt.getTrial())];
        if (command == null || command.getTrial() != receipt.getTrial()) {
            return Optional.empty();
        }
        answered[slot(receipt.getTrial())] = true;
        if (receipt.getStatus() != ReceiptStatus.DELIVERED) {
            return Optional.empty();
        }
        String trial = "receipt of trial " + receipt.getTrial() + ": ";
        if (receipt.getEpoch() != command.getEpoch() || receipt.getCounter() != command.getCounter()) {
            return Optional.of(trial + "epoch " + receipt.getEpoch() + ", counter " + receipt.getCounter()
                    + " are not those of the command, " + command.getEpoch() + " and "
                    + command.getCounter());
        }
        return agrees(receipt, command)
                ? Optional.empty()
                : Optional.of(trial + "delivered " + receipt.getDeliveredList() + ", commanded "
                        + command.getStimulusList());
    }

    private static boolean agrees(Receipt receipt, Present command) {
        if (command.getStimulusCount() == 0) {
            return receipt.getDeliveredList().stream().allMatch(value -> value == 0);
        }
        if (receipt.getDeliveredCount() != command.getStimulusCount()) {
            return false;
        }
        for (int d = 0; d < command.getStimulusCount(); d++) {
            double wanted = command.getStimulus(d);
            // Written as acceptance, so that NaN is a contradiction.
            if (!(Math.abs(receipt.getDelivered(d) - wanted) <= TOLERANCE * Math.abs(wanted))) {
                return false;
            }
        }
        return true;
    }

    private static int slot(long trial) {
        return (int) Long.remainderUnsigned(trial, REMEMBERED);
    }
}
