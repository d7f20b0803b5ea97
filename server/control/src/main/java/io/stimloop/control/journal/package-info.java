/**
 * The journal of an experiment: records appended in memory, written and synced by a thread of its own, and read back
 * after a crash so that nothing acknowledged is lost and nothing that is wrong is taken for right. Knows what a record
 * is only as far as its trial number. Not here: what records mean and how an experiment is rebuilt from them.
 *
 * <p>A journal is a folder of segments, {@code 000001.journal} and on. A segment has its full size from the start,
 * filled with zeros that are on the disk before it is used, so that appending changes no metadata. All numbers are
 * big-endian.
 *
 * <pre>
 * header   64 bytes, see {@link io.stimloop.control.journal.SegmentHeader}
 * frame    length u32 | crc32c u32 | previous u32 | kind u8 | zeros 3 | sequence u64 | durable u64 | payload | zeros to 8
 * </pre>
 *
 * <p>The crc covers the id of the journal and all of the frame but itself; {@code previous} is the crc of the frame before
 * (of the header's {@code previous} for the first frame), so that frames form one chain over all segments.
 * {@code sequence} counts records from 1; {@code durable} is the record that was known to be on the disk when the frame
 * was made. That tells a torn tail from damage: where the chain breaks at a record that a later frame says was durable,
 * the record was not torn, it was destroyed.
 */
@NullMarked
package io.stimloop.control.journal;

import org.jspecify.annotations.NullMarked;
