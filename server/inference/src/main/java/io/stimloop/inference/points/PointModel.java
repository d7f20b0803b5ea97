package io.stimloop.inference.points;

import java.util.List;

/**
 * p(r given x, theta) for a handful of parameters, evaluated at many parameter values at once. Immutable; may be used
 * from any thread.
 */
public interface PointModel {
    /** How responses scatter. */
    PointFamily family();

    /** Number of columns: as the family says, for a choice the number of alternatives. */
    int columns();

    /** Names of the parameters, in the order in which points hold them. */
    List<String> parameterNames();

    /** Name of the model in a snapshot, as in "psychometric". */
    String kind();

    /** Whether a parameter cannot lie beyond a value, so that much mass there means nothing: a natural bound. */
    default boolean bounds(String parameter, double value) {
        return false;
    }

    /**
     * Works out the columns.
     *
     * @param stimulus   one finite value per stimulus value
     * @param parameters one array per parameter, one element per point; not modified
     * @param n          how many points, the first ones
     * @param out        one array per column, receives n elements each. Whatever the parameters are, the numbers are
     *                   finite and within the range of the column
     */
    void evaluate(double[] stimulus, double[][] parameters, int n, double[][] out);
}
