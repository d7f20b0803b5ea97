package io.stimloop.control.journal;

import java.io.Closeable;

/**
 * A log that can be written, and what keeps others out of it.
 *
 * @param log   all of it is on the disk
 * @param lock  to be let go when the log is closed
 * @param disk  on which it is
 * @param trial the last whose outcome was taken
 */
record OpenLog(SegmentLog log, Closeable lock, Disk disk, long trial) {}
