package io.stimloop.control.spec;

import io.stimloop.v1.BeliefForm;

/** A belief that is a normal density. */
final class GaussianSection {
    private static final int MOST_RANK = 512;

    private GaussianSection() {}

    /** Requires the form, for a model that has no other, with a full covariance. */
    static void checkFull(BeliefForm form, Faults atModel) {
        checkForm(form, atModel);
        atModel.require(form.getGaussian().getRank() == 0,
                "has full covariances only: leave belief.gaussian.rank out");
    }

    /** Requires the form, for a model that has no other; returns the rank of the covariance, 0 for a full one. */
    static int readRank(BeliefForm form, int weights, boolean independent, Faults atModel) {
        checkForm(form, atModel);
        long rank = Integer.toUnsignedLong(form.getGaussian().getRank());
        long most = Math.min(MOST_RANK, weights - 1L);
        boolean right = rank == 0 || (atModel.require(independent,
                "belief.gaussian.rank is for independent weights: give filter.variance, or leave the rank out")
                && atModel.require(rank <= most, "belief.gaussian.rank is " + Wording.number(rank)
                        + ": must be from 1 to " + most + " for " + weights + " weights"));
        return right ? (int) rank : 0;
    }

    private static void checkForm(BeliefForm form, Faults atModel) {
        atModel.require(form.getKindCase() == BeliefForm.KindCase.KIND_NOT_SET || form.hasGaussian(),
                "has no belief of another form than gaussian: say belief: {gaussian: {}}, or leave it out");
    }
}
