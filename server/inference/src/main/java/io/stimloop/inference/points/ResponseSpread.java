package io.stimloop.inference.points;

/** Spreads what points carry over the responses that they predict; one for each kind of noise. Not thread safe. */
interface ResponseSpread {
    /** Most symbols that responses are told apart by. */
    int symbols();

    /**
     * Gathers the loads by response.
     *
     * @param columns of the points at a stimulus
     * @param loads   of the points; those without mass carry none
     * @param moments receives the sums
     */
    void gather(double[][] columns, Loads loads, Moments moments);

    /** The spread of a model's responses. */
    static ResponseSpread of(PointModel model, int size, int loads) {
        return switch (model.family()) {
            case BINARY -> new ChoiceSpread(2);
            case CHOICE -> new ChoiceSpread(model.columns());
            case COUNT -> new CountSpread(size, loads);
            case NORMAL, LOG_NORMAL -> new ValueSpread();
        };
    }

    /** Most symbols of a model's responses. */
    static int symbols(PointModel model) {
        return switch (model.family()) {
            case BINARY -> 2;
            case CHOICE -> model.columns();
            case COUNT -> CountRow.MOST_COUNTS;
            case NORMAL, LOG_NORMAL -> ValueSpread.MOST_NODES;
        };
    }

    /** Bytes of a spread. */
    static long bytes(PointModel model, int size, int loads) {
        return switch (model.family()) {
            case BINARY, CHOICE -> 0;
            case COUNT -> CountSpread.bytes(size, loads);
            case NORMAL, LOG_NORMAL -> ValueSpread.bytes();
        };
    }
}
