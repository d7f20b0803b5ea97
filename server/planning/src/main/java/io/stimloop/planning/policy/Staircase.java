package io.stimloop.planning.policy;

/** Where a staircase stands and what it has seen. Learns from one response at a time; not thread safe. */
final class Staircase {
    private final StaircaseRule rule;
    private final int levels;
    private int level;
    private int stepDown;
    private int stepUp;
    private int yesInARow;
    private int noInARow;
    /** Of the last step: -1 down, 1 up, 0 before the first. */
    private int direction;
    private int reversals;
    private int lastMove;

    /** @param start level it begins at, from 0 to {@code levels - 1} */
    Staircase(StaircaseRule rule, int levels, int start) {
        this.rule = rule;
        this.levels = levels;
        this.level = start;
        this.stepDown = rule.stepDown();
        this.stepUp = rule.stepUp();
    }

    /**
     * Takes in a response.
     *
     * @param presented level that it was given at
     */
    void learn(boolean yes, int presented) {
        level = presented;
        lastMove = 0;
        yesInARow = yes ? yesInARow + 1 : 0;
        noInARow = yes ? 0 : noInARow + 1;
        if (yesInARow == rule.downAfter()) {
            step(-1);
        } else if (noInARow == rule.upAfter()) {
            step(1);
        }
    }

    private void step(int towards) {
        if (direction == -towards) {
            reversals++;
            if (rule.halveAfter() > 0 && reversals % rule.halveAfter() == 0) {
                halve();
            }
        }
        direction = towards;
        yesInARow = 0;
        noInARow = 0;
        int wanted = level + (towards < 0 ? -stepDown : stepUp);
        int reached = Math.clamp(wanted, 0, levels - 1);
        lastMove = reached - level;
        level = reached;
    }

    /** Both or none, so that their ratio stays. */
    private void halve() {
        if (stepDown % 2 == 0 && stepUp % 2 == 0) {
            stepDown /= 2;
            stepUp /= 2;
        }
    }

    /** The level to present next. */
    int level() {
        return level;
    }

    /** How often it has turned round. */
    int reversals() {
        return reversals;
    }

    /** Levels that the last response moved it by; negative downwards. */
    int lastMove() {
        return lastMove;
    }

    /** Responses of a yes since the last step or no. */
    int yesInARow() {
        return yesInARow;
    }

    /** Responses of a no since the last step or yes. */
    int noInARow() {
        return noInARow;
    }
}
