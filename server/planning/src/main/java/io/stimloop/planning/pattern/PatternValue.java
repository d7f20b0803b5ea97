package io.stimloop.planning.pattern;

/** What patterns are worth, the more the better. Any number of threads may ask, each through a view of its own. */
public interface PatternValue {
    /**
     * Takes up what is believed now. No view may be in use meanwhile.
     *
     * @param before the stimulus before; empty when there was none or a blank; not modified, may be kept until the next
     */
    void refresh(double[] before);

    /** Makes a view with its own working memory, for one thread at a time. */
    View newView();

    /** Whether a value is sure to be there soon, so that the thread that must decide may work it out itself. */
    default boolean prompt() {
        return true;
    }

    /** One thread's way to the values. Not thread safe. */
    interface View {
        /**
         * The value of a pattern; NaN where it has none.
         *
         * @param pattern a power for each target, in mW; not kept, not modified
         */
        double of(double[] pattern);
    }
}
