package io.stimloop.control.experiment;

import io.stimloop.inference.belief.ParameterSummary;
import io.stimloop.v1.ParameterBelief;
import io.stimloop.v1.Quantile;

/** Puts parameters into the wire's words, with the values that each may have as long as there is room for them. */
final class ListedValues {
    private static final int MOST_VALUES = 20_000;

    private int left;

    /** @param any whether values are listed at all */
    ListedValues(boolean any) {
        left = any ? MOST_VALUES : 0;
    }

    /** The next parameter of the message. */
    ParameterBelief parameter(ParameterSummary parameter) {
        ParameterBelief.Builder message = ParameterBelief.newBuilder().setName(parameter.name())
                .setMean(parameter.mean()).setSd(parameter.sd());
        double[] probabilities = ParameterSummary.probabilities();
        for (int q = 0; q < probabilities.length; q++) {
            message.addQuantiles(Quantile.newBuilder().setProbability(probabilities[q])
                    .setValue(parameter.quantiles()[q]));
        }
        if (parameter.values().length <= left) {
            left -= parameter.values().length;
            for (int v = 0; v < parameter.values().length; v++) {
                message.addValues(parameter.values()[v]).addProbability(parameter.mass()[v]);
            }
        }
        return message.build();
    }
}
