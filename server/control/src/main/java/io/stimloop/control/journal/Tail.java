package io.stimloop.control.journal;

/**
 * Where a journal goes on.
 *
 * @param id       of the journal
 * @param number   of its last segment
 * @param size     of that segment in bytes
 * @param position in it of the next frame
 * @param chain    crc of the last frame
 * @param sequence of the last record
 * @param trial    the last whose outcome was taken
 */
record Tail(long id, int number, int size, int position, int chain, long sequence, long trial) {}
