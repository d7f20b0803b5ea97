package io.stimloop.control.spec;

import io.stimloop.planning.continuous.Refinement;
import io.stimloop.planning.lookahead.Horizon;
import io.stimloop.planning.policy.StaircasePlanner;
import io.stimloop.planning.policy.StaircaseRule;
import java.util.List;
import java.util.Optional;

/** How the next stimulus is found. */
public sealed interface PlanningMethod {
    /** Whether candidates are scored until the deadline, in some trials at least. */
    default boolean searches() {
        return false;
    }

    /** Beliefs of the future that each thread holds for it. */
    default int beliefsAhead() {
        return 0;
    }

    /** Whether a search goes on for as long as there is time, in some trials at least. */
    default boolean endless() {
        return false;
    }

    /** How many searches in it go on between the candidates. */
    default int refinements() {
        return 0;
    }

    /** Whether it asks what is believed, in some trials at least, so that the model had better be right. */
    default boolean believes() {
        return searches();
    }

    /**
     * Scores the candidates and takes the best found by the deadline.
     *
     * @param randomFirst   trials drawn at random before the search begins
     * @param balancedFirst trials of balanced blocks after those
     * @param balancedShare fraction of the later trials that come from balanced blocks, from 0 to 1
     * @param wholeBall     whether all stimuli of the allowed length are searched, not only the candidates
     * @param horizon       how far ahead is looked
     * @param beamWidth     of a search of all patterns; 0 where only the candidates are searched
     * @param refinement    how the search goes on between the candidates of a continuous space; empty where it does not
     */
    record Search(long randomFirst, long balancedFirst, double balancedShare, boolean wholeBall,
            Horizon horizon, int beamWidth, Optional<Refinement> refinement)
            implements
                PlanningMethod {
        /** Leaves no trial to a design. */
        public static final Search ALWAYS = new Search(0, 0, 0, false, Horizon.NEXT, 0, Optional.empty());

        /**
         * Whether it decides the same however often it has decided before, and among the candidates only: then what it
         * will decide after a response can be found out before.
         */
        public boolean foreseeable() {
            return !wholeBall && !allPatterns() && !horizon.ahead() && refinement.isEmpty();
        }

        /** Whether no trial is left to a design. */
        public boolean searchesAlways() {
            return randomFirst == 0 && balancedFirst == 0 && balancedShare == 0;
        }

        /** Whether all patterns are searched. */
        public boolean allPatterns() {
            return beamWidth > 0;
        }

        @Override
        public boolean endless() {
            return allPatterns() || horizon.ahead();
        }

        @Override
        public boolean searches() {
            return true;
        }

        @Override
        public int beliefsAhead() {
            return horizon.steps() - 1;
        }

        @Override
        public int refinements() {
            return refinement.isPresent() ? 1 : 0;
        }
    }

    /** Draws a candidate at random, independently, every trial. */
    record Random() implements PlanningMethod {}

    /** Presents every candidate once per block, in an order drawn anew for each. */
    record Balanced() implements PlanningMethod {}

    /**
     * Presents the stimuli listed, in their order, from the first again after the last.
     *
     * @param stimuli one row per stimulus, one value per dimension; not to be modified
     */
    record Sequence(double[][] stimuli) implements PlanningMethod {}

    /** Presents the candidates in a quasi-random order that fills their space evenly. */
    record Sobol() implements PlanningMethod {}

    /**
     * Goes down and up the levels of a dimension by the responses.
     *
     * @param ladder    one stimulus per level, the lowest first; not to be modified
     * @param rule      when it goes down and up, and how far
     * @param start     level of the first trial, from 0
     * @param listening which responses are a yes
     */
    record Staircase(double[][] ladder, StaircaseRule rule, int start, StaircasePlanner.Listening listening)
            implements
                PlanningMethod {}

    /** Takes the candidate that is best under a draw from the posterior. */
    record Thompson() implements PlanningMethod {
        @Override
        public boolean believes() {
            return true;
        }
    }

    /**
     * Draws for each trial which of two methods has it.
     *
     * @param first   has the others
     * @param second  has its trials with a probability
     * @param epsilon that probability, from 0 to 1
     */
    record Mixture(PlanningMethod first, PlanningMethod second, double epsilon) implements PlanningMethod {
        @Override
        public boolean searches() {
            return first.searches() || second.searches();
        }

        @Override
        public int beliefsAhead() {
            return first.beliefsAhead() + second.beliefsAhead();
        }

        @Override
        public boolean endless() {
            return first.endless() || second.endless();
        }

        @Override
        public int refinements() {
            return first.refinements() + second.refinements();
        }

        @Override
        public boolean believes() {
            return first.believes() || second.believes();
        }
    }

    /**
     * One method after the other.
     *
     * @param stages at least one; the last has no end
     * @param trials of each stage but the last, from 1; not to be modified
     */
    record Schedule(List<PlanningMethod> stages, long[] trials) implements PlanningMethod {
        @Override
        public boolean searches() {
            return stages.stream().anyMatch(PlanningMethod::searches);
        }

        @Override
        public int beliefsAhead() {
            return stages.stream().mapToInt(PlanningMethod::beliefsAhead).sum();
        }

        @Override
        public boolean endless() {
            return stages.stream().anyMatch(PlanningMethod::endless);
        }

        @Override
        public int refinements() {
            return stages.stream().mapToInt(PlanningMethod::refinements).sum();
        }

        @Override
        public boolean believes() {
            return stages.stream().anyMatch(PlanningMethod::believes);
        }
    }
}
