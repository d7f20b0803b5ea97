package io.stimloop.control.journal;

import java.util.function.LongSupplier;

/**
 * What a journal needs of the world.
 *
 * @param disk      its folder
 * @param settings  sizes and times
 * @param nanoClock monotonic
 * @param driver    has its work done; of this journal alone
 * @param holder    who has it open, for others who try: "process 4711"
 */
public record JournalSetup(Disk disk, JournalSettings settings, LongSupplier nanoClock, JournalDriver driver,
        String holder) {}
