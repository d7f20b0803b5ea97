package io.stimloop.checks.floods;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Locale;

/** What a hostile client does with a connection: what it opens with, and what it then sends again and again. */
enum FloodKind {
    /** Calls that are taken back at once (rapid reset). */
    RESETS {
        @Override
        byte[] round(int round) {
            byte[][] calls = new byte[BATCH][];
            Arrays.setAll(calls, i -> Frames.joined(Frames.call(stream(round, i), LIST),
                    Frames.cancel(stream(round, i))));
            return Frames.joined(calls);
        }
    },
    /** Pings. */
    PINGS {
        @Override
        byte[] round(int round) {
            return Frames.repeated(Frames.frame(Frames.PING, 0, 0, new byte[8]), BATCH);
        }
    },
    /** Settings, each of which is to be acknowledged. */
    SETTINGS {
        @Override
        byte[] round(int round) {
            return Frames.repeated(Frames.frame(Frames.SETTINGS, 0, 0), BATCH);
        }
    },
    /** Data frames without data on an open call. */
    EMPTY_DATA {
        @Override
        byte[] opening() {
            return Frames.joined(super.opening(), Frames.call(1, CONNECT));
        }

        @Override
        byte[] round(int round) {
            return Frames.repeated(Frames.frame(Frames.DATA, 0, 1), BATCH);
        }
    },
    /** Headers that do not end. */
    CONTINUATION {
        @Override
        byte[] opening() {
            return Frames.joined(super.opening(),
                    Frames.frame(Frames.HEADERS, 0, 1, Frames.headers(CONNECT)));
        }

        @Override
        byte[] round(int round) {
            ByteArrayOutputStream block = new ByteArrayOutputStream();
            Frames.header(block, "x", "y");
            return Frames.repeated(Frames.frame(Frames.CONTINUATION, 0, 1, block.toByteArray()), BATCH);
        }
    },
    /** Calls that are never ended. */
    STREAMS {
        @Override
        byte[] round(int round) {
            byte[][] calls = new byte[BATCH][];
            Arrays.setAll(calls, i -> Frames.call(stream(round, i), CONNECT));
            return Frames.joined(calls);
        }
    },
    /** Calls of which no answer is ever read. */
    SLOW_READERS {
        @Override
        byte[] opening() {
            return Frames.opening(0);
        }

        @Override
        byte[] round(int round) {
            byte[][] calls = new byte[BATCH][];
            Arrays.setAll(calls,
                    i -> Frames.joined(Frames.call(stream(round, i), LIST),
                            Frames.frame(Frames.DATA, END_STREAM, stream(round, i), Frames.prefix(0))));
            return Frames.joined(calls);
        }

        @Override
        boolean reads() {
            return false;
        }
    },
    /** New connections, of which nothing comes. */
    CONNECTIONS {
        @Override
        byte[] opening() {
            return new byte[0];
        }

        @Override
        byte[] round(int round) {
            return new byte[0];
        }

        @Override
        boolean leaves() {
            return true;
        }
    },
    /** Headers of a hundred thousand bytes. */
    HUGE_HEADERS {
        @Override
        byte[] round(int round) {
            ByteArrayOutputStream block = new ByteArrayOutputStream();
            block.writeBytes(Frames.headers(LIST));
            for (int i = 0; i < 120; i++) {
                Frames.header(block, "x-" + i, "v".repeat(100));
            }
            return Frames.frame(Frames.HEADERS, Frames.END_HEADERS, stream(round, 0), block.toByteArray());
        }
    },
    /** Messages that say they have four gigabytes, and messages of a megabyte that never end. */
    OVERSIZED {
        @Override
        byte[] round(int round) {
            int huge = stream(round, 0);
            int endless = stream(round, 1);
            byte[] part = Frames.frame(Frames.DATA, 0, endless, new byte[16_000]);
            return Frames.joined(Frames.call(huge, CONNECT),
                    Frames.frame(Frames.DATA, 0, huge, Frames.prefix(0xffff_ffffL)),
                    Frames.call(endless, CONNECT),
                    Frames.frame(Frames.DATA, 0, endless, Frames.prefix(1 << 20)), Frames.repeated(part, 4));
        }
    },
    /** A message of a megabyte, byte by byte. */
    FRAGMENTS {
        @Override
        byte[] opening() {
            return Frames.joined(super.opening(), Frames.call(1, CONNECT),
                    Frames.frame(Frames.DATA, 0, 1, Frames.prefix(1 << 20)));
        }

        @Override
        byte[] round(int round) {
            return Frames.repeated(Frames.frame(Frames.DATA, 0, 1, new byte[1]), BATCH);
        }
    };

    private static final int BATCH = 500;
    private static final int END_STREAM = 1;
    private static final int WINDOW = 65_535;
    private static final String CONNECT = "/stimloop.v1.RigService/Connect";
    private static final String LIST = "/stimloop.v1.ExperimentService/ListExperiments";

    /** What a connection begins with. */
    byte[] opening() {
        return Frames.opening(WINDOW);
    }

    /** What is sent in the n-th round, from 0. */
    abstract byte[] round(int round);

    /** Whether what the server says is read. */
    boolean reads() {
        return true;
    }

    /** Whether a connection is left open and a new one made instead of sending more. */
    boolean leaves() {
        return false;
    }

    private static int stream(int round, int call) {
        return 2 * (round * BATCH + call) + 1;
    }

    /** Its name as it is printed. */
    String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
