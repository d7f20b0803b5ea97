package io.stimloop.control.experiment;

import io.stimloop.control.spec.Violation;
import io.stimloop.v1.Receipt;
import io.stimloop.v1.ReceiptStatus;
import java.util.ArrayList;
import java.util.List;

/** Whether what a receipt says can be true of this experiment. */
final class ReceiptCheck {
    private static final int MOST_CHARACTERS = 1_024;

    private ReceiptCheck() {}

    /**
     * Refuses a receipt with all its faults.
     *
     * @param newest the newest trial that was presented; 0 before the first
     * @throws Refused if there is any fault
     */
    static void require(Receipt receipt, long newest) {
        List<Violation> faults = new ArrayList<>();
        if (receipt.getTrial() < 1 || Long.compareUnsigned(receipt.getTrial(), newest) > 0) {
            faults.add(new Violation("receipt.trial", Long.toUnsignedString(receipt.getTrial())
                    + " was not presented; the newest is " + newest));
        }
        if (receipt.getStatus() == ReceiptStatus.RECEIPT_STATUS_UNSPECIFIED
                || receipt.getStatus() == ReceiptStatus.UNRECOGNIZED) {
            faults.add(new Violation("receipt.status",
                    "must be DELIVERED, REFUSED or FAILED, not " + receipt.getStatusValue()));
        }
        if (receipt.getDetail().length() > MOST_CHARACTERS) {
            faults.add(new Violation("receipt.detail", receipt.getDetail().length()
                    + " characters are more than " + MOST_CHARACTERS));
        }
        if (!faults.isEmpty()) {
            throw Refused.of(Refused.Kind.INVALID, faults);
        }
    }
}
