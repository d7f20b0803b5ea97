package io.stimloop.planning.policy;

/**
 * When a staircase goes up and down, and how far. The transformed up-down rules of Levitt (1971, Journal of the
 * Acoustical Society of America 49, 467) step alike in both directions and go down after several responses in a row: the
 * staircase settles where the probability p of a yes is as often followed by a step down as by a step up, with 1 up
 * and 2 down at {@code p * p = 1/2}, p = 0.707. The weighted rule of Kaernbach (1991, Perception and Psychophysics 49, 227)
 * steps after every response, by different sizes: it settles at {@code p = stepUp / (stepUp + stepDown)}.
 *
 * @param downAfter  yes responses in a row after which it goes down, from 1
 * @param upAfter    no responses in a row after which it goes up, from 1
 * @param stepDown   levels of a step down, from 1
 * @param stepUp     levels of a step up, from 1
 * @param halveAfter reversals after each of which both steps are halved, as long as both are even; 0 for never
 */
public record StaircaseRule(int downAfter, int upAfter, int stepDown, int stepUp, int halveAfter) {
    /** @throws IllegalArgumentException naming what is out of its range */
    public StaircaseRule {
        require("downAfter", downAfter, 1);
        require("upAfter", upAfter, 1);
        require("stepDown", stepDown, 1);
        require("stepUp", stepUp, 1);
        require("halveAfter", halveAfter, 0);
    }

    private static void require(String name, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException(name + ": " + value + " must be at least " + least);
        }
    }
}
