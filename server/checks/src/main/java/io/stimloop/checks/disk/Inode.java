package io.stimloop.checks.disk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/** The contents of a file: what is on the disk, and what was written since, which is not yet. */
final class Inode {
    /** What a disk writes in one go; real ones 512 or 4,096, and small here so that small files have many. */
    private static final int PAGE = 64;

    private byte[] onDisk = {};
    private byte[] seen = {};
    private int size;
    private final List<Written> since = new ArrayList<>();

    private record Written(int position, byte[] bytes) {}

    static Inode of(byte[] contents) {
        Inode inode = new Inode();
        inode.onDisk = contents;
        inode.forget();
        return inode;
    }

    void write(int position, byte[] bytes) {
        since.add(new Written(position, bytes));
        int end = position + bytes.length;
        if (end > seen.length) {
            seen = Arrays.copyOf(seen, Math.max(end, 2 * seen.length));
        }
        System.arraycopy(bytes, 0, seen, position, bytes.length);
        size = Math.max(size, end);
    }

    int read(int position, byte[] into) {
        int count = Math.max(0, Math.min(into.length, size - position));
        System.arraycopy(seen, Math.min(position, size), into, 0, count);
        return count;
    }

    int size() {
        return size;
    }

    void sync() {
        if (!since.isEmpty()) {
            onDisk = contents();
            since.clear();
        }
    }

    /** What was written since the last sync is gone, as in a system that drops pages it could not write. */
    void forget() {
        seen = onDisk.clone();
        size = seen.length;
        since.clear();
    }

    /** As every process sees it. */
    byte[] contents() {
        return Arrays.copyOf(seen, size);
    }

    /**
     * What power loss leaves: of each page the state after any of the writes since the last sync, or the middle of one.
     */
    byte[] afterPowerLoss(UniformRandomProvider random) {
        if (since.isEmpty()) {
            return onDisk.clone();
        }
        int[] reached = new int[size / PAGE + 1];
        for (int page = 0; page < reached.length; page++) {
            reached[page] = switch (random.nextInt(3)) {
                case 0 -> 0;
                case 1 -> since.size();
                default -> random.nextInt(since.size() + 1);
            };
        }
        byte[] left = Arrays.copyOf(onDisk, size);
        int end = onDisk.length;
        for (int i = 0; i < since.size(); i++) {
            end = Math.max(end, applyPages(since.get(i), i, reached, left, random));
        }
        return Arrays.copyOf(left, end);
    }

    /** Applies what reached the disk of one write; returns where that ends. */
    private static int applyPages(Written write, int index, int[] reached, byte[] left,
            UniformRandomProvider random) {
        int end = 0;
        int at = write.position();
        int last = at + write.bytes().length;
        while (at < last) {
            int page = at / PAGE;
            int stop = Math.min(last, (page + 1) * PAGE);
            int count = stop - at;
            if (index == reached[page]) {
                count = random.nextInt(2) == 0 ? 0 : random.nextInt(count + 1);
            }
            if (index <= reached[page] && count > 0) {
                System.arraycopy(write.bytes(), at - write.position(), left, at, count);
                end = at + count;
            }
            at = stop;
        }
        return end;
    }
}
