package io.stimloop.studies;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a study found.
 *
 * @param planners one entry each, in the order asked for
 */
record StudyResult(List<PlannerResult> planners) {
    /**
     * How one planner fared.
     *
     * @param toCriterion trials to the criterion; null where there is none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PlannerResult(String name, List<Checkpoint> checkpoints, @Nullable ToCriterion toCriterion) {}

    /**
     * After so many trials.
     *
     * @param entropyNats     mean over the experiments
     * @param informationNats mean of what was taken off the entropy of the prior
     * @param cost            mean of what the stimuli cost, in the unit of the objective; null where nothing costs
     *                        anything
     * @param informationNatsToFirst what was taken off, less what the first planner took off; null for that one
     * @param netToFirst      the same of information less cost; null where nothing costs anything
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Checkpoint(int trial, ErrorSummary error, double entropyNats, double informationNats,
            @Nullable Double cost, @Nullable Paired informationNatsToFirst, @Nullable Paired netToFirst) {}

    /**
     * Differences, experiment by experiment, between two planners that met the same cells and the same chance.
     *
     * @param mean over the experiments
     * @param low  lower end of a 95% confidence interval of the mean, by bootstrap over experiments
     * @param high upper end
     */
    record Paired(double mean, double low, double high) {}

    /**
     * Of the errors of all experiments.
     *
     * @param low      lower end of a 95% confidence interval of the median, by bootstrap
     * @param high     upper end
     * @param meanLow  lower end of a 95% confidence interval of the mean, by bootstrap; for the picture only
     * @param meanHigh upper end
     */
    record ErrorSummary(double mean, double median, double low, double high, @JsonIgnore double meanLow,
            @JsonIgnore double meanHigh) {}

    /**
     * Trials until the error first met the criterion.
     *
     * @param median  over the experiments; one more than the trials where half of them never got there
     * @param low     lower end of a 95% confidence interval of the median, by bootstrap
     * @param high    upper end
     * @param reached fraction of the experiments that got there
     */
    record ToCriterion(double median, double low, double high, double reached) {}
}
