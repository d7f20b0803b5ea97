package io.stimloop.control.journal;

/**
 * What was found in a journal, for one who is to write on.
 *
 * @param report         for everyone
 * @param tail           where it goes on
 * @param emptySuccessor a segment was begun behind the last one that holds anything, and must be made again
 */
record Reading(RecoveryReport report, Tail tail, boolean emptySuccessor) {}
