package io.stimloop.export.session;

/** Whether a belief is to learn once more from a whole journal. */
public enum BeliefWork {
    /** When it takes a few seconds at most. */
    AUTO {
        @Override
        public boolean worthwhile(Session session) {
            long bytes = session.spec().memoryBytes();
            return bytes <= Runtime.getRuntime().maxMemory() / 2
                    && session.trials() * (double) bytes <= MOST_BYTES_LEARNED;
        }
    },
    /** However long it takes. */
    ALL {
        @Override
        public boolean worthwhile(Session session) {
            return true;
        }
    },
    /** Never. */
    NONE {
        @Override
        public boolean worthwhile(Session session) {
            return false;
        }
    };

    /** Memory of a belief times trials: some seconds of learning. */
    private static final double MOST_BYTES_LEARNED = 2e10;

    /** Whether it is, of this experiment. */
    public abstract boolean worthwhile(Session session);
}
