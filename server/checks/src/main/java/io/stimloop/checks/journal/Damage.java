package io.stimloop.checks.journal;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;

/** Changes files in ways in which disks and people do. */
enum Damage {
    /** A bit is flipped. */
    FLIP(false) {
        @Override
        void harm(Map<String, byte[]> files, String name, byte[] bytes, UniformRandomProvider random) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
        }
    },
    /** Some bytes are random. */
    NOISE(false) {
        @Override
        void harm(Map<String, byte[]> files, String name, byte[] bytes, UniformRandomProvider random) {
            int from = random.nextInt(bytes.length);
            for (int i = from; i < Math.min(bytes.length, from + 1 + random.nextInt(100)); i++) {
                bytes[i] = (byte) random.nextInt();
            }
        }
    },
    /** Some bytes are zero. */
    ZEROS(true) {
        @Override
        void harm(Map<String, byte[]> files, String name, byte[] bytes, UniformRandomProvider random) {
            int from = random.nextInt(bytes.length);
            Arrays.fill(bytes, from, Math.min(bytes.length, from + 1 + random.nextInt(300)), (byte) 0);
        }
    },
    /** A piece of the file stands in two places. */
    STALE(true) {
        @Override
        void harm(Map<String, byte[]> files, String name, byte[] bytes, UniformRandomProvider random) {
            int length = Math.min(bytes.length, 8 * (1 + random.nextInt(40)));
            int from = random.nextInt((bytes.length - length) / 8 + 1) * 8;
            int to = random.nextInt((bytes.length - length) / 8 + 1) * 8;
            System.arraycopy(bytes, from, bytes, to, length);
        }
    },
    /** The file is shorter. */
    SHORT(false) {
        @Override
        void harm(Map<String, byte[]> files, String name, byte[] bytes, UniformRandomProvider random) {
            files.put(name, Arrays.copyOf(bytes, random.nextInt(bytes.length)));
        }
    },
    /** The file is gone. */
    GONE(true) {
        @Override
        void harm(Map<String, byte[]> files, String name, byte[] bytes, UniformRandomProvider random) {
            files.remove(name);
        }
    },
    /** Another file stands in its place. */
    SWAPPED(true) {
        @Override
        void harm(Map<String, byte[]> files, String name, byte[] bytes, UniformRandomProvider random) {
            List<byte[]> all = List.copyOf(files.values());
            files.put(name, all.get(random.nextInt(all.size())).clone());
        }
    };

    private final boolean erases;

    Damage(boolean erases) {
        this.erases = erases;
    }

    /** Changes a file that is not empty. */
    abstract void harm(Map<String, byte[]> files, String name, byte[] bytes, UniformRandomProvider random);

    /**
     * Whether it can put back a file to what it was before something durable was written. No reader of that file alone can
     * tell then; the rig can, which was told that it is durable.
     */
    boolean erases() {
        return erases;
    }
}
