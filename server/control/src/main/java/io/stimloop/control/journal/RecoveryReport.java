package io.stimloop.control.journal;

/**
 * What was found in a journal that is not damaged.
 *
 * @param segments of which it consists
 * @param records  that are right: all that were ever durable, and as many of those after them as were complete
 * @param trials   the last trial whose outcome is among them; 0: none
 * @param closed   whether it was closed in good order after the last record
 * @param cutBytes of what was being written when it all ended, and is not used: from the first byte that is no complete
 *                 record to the last that is not zero. 0: none
 */
public record RecoveryReport(int segments, long records, long trials, boolean closed, long cutBytes) {}
