package io.stimloop.planning.decision;

/** Which candidates may follow the trial before: what an apparatus can move to, or what must rest. */
public interface Reach {
    /** All. */
    Reach ANY = (candidate, previous) -> true;

    /**
     * Whether a candidate may be presented next.
     *
     * @param candidate its index
     * @param previous  the trial before
     */
    boolean allows(int candidate, Previous previous);
}
