package io.stimloop.control.safety;

/** Told how much of what is accounted is used up. */
public interface Meter {
    /**
     * One site of one account.
     *
     * @param rule  that limits it
     * @param site  a target or an electrode, from 0; negative: all together
     * @param used  in the rule's unit
     * @param limit likewise; infinite for none
     */
    void read(Rule rule, int site, double used, double limit);
}
