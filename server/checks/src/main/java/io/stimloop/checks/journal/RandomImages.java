package io.stimloop.checks.journal;

import io.stimloop.checks.disk.DiskFault;
import io.stimloop.checks.disk.SimulatedDisk;
import io.stimloop.control.journal.JournalSettings;
import io.stimloop.numerics.random.Streams;
import io.stimloop.v1.JournalRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Random images of journals: a process that is killed, or whose power fails, at a random call of the disk, up to three
 * times in a row; and on top of that, in half of the images, up to four kinds of damage.
 *
 * <p>An image without damage must be read, give back at least what was acknowledged, and nothing that was not appended.
 * One with damage must be refused, or give back the beginning of what was appended; where that is less than was durable,
 * it must say that something was cut off, unless the damage put back zeros or an older state.
 */
final class RandomImages {
    private static final int IMAGES_PER_RUN = 8;
    private static final int MOST_CALLS = 160;
    private static final int MOST_RECORDS = 40;
    private static final int MOST_DAMAGES = 4;
    private static final int GENERATIONS = 3;
    private static final List<Damage> DAMAGES = List.of(Damage.values());

    private final long seed;
    private final Tally tally;

    RandomImages(long seed, Tally tally) {
        this.seed = seed;
        this.tally = tally;
    }

    /** So many images, or a few more. */
    void some(long images) {
        LongStream.range(0, (images + IMAGES_PER_RUN - 1) / IMAGES_PER_RUN).parallel().forEach(this::run);
    }

    private void run(long index) {
        UniformRandomProvider random = Streams.of(seed, index, 5);
        int first = 512 + 8 * random.nextInt(100);
        JournalSettings settings = new JournalSettings(first, 512 + 8 * random.nextInt(100), 100,
                random.nextInt(2) * 2_000_000L, 0);
        SimulatedDisk disk = disk(Map.of(), random);
        Run run = new Run(disk, settings, random).begin(1 + random.nextInt(MOST_RECORDS),
                random.nextBoolean());
        for (int generation = 1; generation < GENERATIONS && random.nextInt(3) == 0; generation++) {
            boolean killed = random.nextBoolean();
            Map<String, byte[]> left = killed ? disk.afterKill() : disk.afterPowerLoss();
            Found found = undamaged(left, run, killed, index);
            if (found.refused() || !found.prefix()) {
                return;
            }
            disk = disk(left, random);
            run = new Run(disk, settings, random).goOn(found.of(run.appended()), random.nextInt(MOST_RECORDS),
                    random.nextBoolean());
            tally.count("restarts");
        }
        for (int i = 0; i < IMAGES_PER_RUN; i++) {
            image(disk, run, random, index);
        }
    }

    private static SimulatedDisk disk(Map<String, byte[]> files, UniformRandomProvider random) {
        return new SimulatedDisk(files, DiskFault.off(1 + random.nextInt(MOST_CALLS)), random);
    }

    private void image(SimulatedDisk disk, Run run, UniformRandomProvider random, long index) {
        boolean killed = random.nextInt(3) == 0;
        Map<String, byte[]> left = killed ? disk.afterKill() : disk.afterPowerLoss();
        if (random.nextBoolean()) {
            undamaged(left, run, killed, index);
        } else {
            damaged(new TreeMap<>(left), run, random, index);
        }
    }

    private Found undamaged(Map<String, byte[]> left, Run run, boolean killed, long index) {
        Found found = Found.in(left, run.appended());
        long promised = killed ? run.accepted() : run.durable();
        boolean nothingThere = promised == 0 && found.refused();
        tally.expect(nothingThere || (!found.refused() && found.prefix() && found.records() >= promised),
                () -> "run " + index + ", " + (killed ? "killed" : "without power") + ", " + promised
                        + " records promised: " + found);
        tally.count(found.cut() > 0 ? "torn" : "clean");
        return found;
    }

    private void damaged(Map<String, byte[]> files, Run run, UniformRandomProvider random, long index) {
        List<Damage> done = new ArrayList<>();
        for (int i = random.nextInt(MOST_DAMAGES); i >= 0; i--) {
            harm(files, random, done);
        }
        List<JournalRecord> appended = run.appended();
        Found found = Found.in(files, appended);
        boolean told = found.records() >= run.durable() || found.cut() > 0
                || done.stream().anyMatch(Damage::erases);
        tally.expect(found.refused() || (found.prefix() && told),
                () -> "run " + index + ", " + done + ", " + run.durable() + " records durable: " + found);
        tally.count(found.refused() ? "refused" : "read in spite of damage");
    }

    private static void harm(Map<String, byte[]> files, UniformRandomProvider random, List<Damage> done) {
        if (files.isEmpty()) {
            return;
        }
        Map.Entry<String, byte[]> file = List.copyOf(files.entrySet()).get(random.nextInt(files.size()));
        if (file.getValue().length > 0) {
            Damage damage = DAMAGES.get(random.nextInt(DAMAGES.size()));
            damage.harm(files, file.getKey(), file.getValue(), random);
            done.add(damage);
        }
    }
}
