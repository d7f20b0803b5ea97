package io.stimloop.inference.points;

import java.util.List;

/** A model of two parameters for each family: a location, and a slope or spread. */
record ToyModel(PointFamily family) implements PointModel {
    @Override
    public int columns() {
        return switch (family) {
            case BINARY -> 1;
            case CHOICE -> 3;
            default -> 2;
        };
    }

    @Override
    public List<String> parameterNames() {
        return List.of("place", "size");
    }

    @Override
    public String kind() {
        return "toy";
    }

    @Override
    public void evaluate(double[] stimulus, double[][] parameters, int n, double[][] out) {
        for (int k = 0; k < n; k++) {
            double off = stimulus[0] - parameters[0][k];
            double size = parameters[1][k];
            switch (family) {
                case COUNT -> {
                    out[0][k] = 1 + 20 * StrictMath.exp(-off * off / (2 * size * size));
                    out[1][k] = size < 1 ? 0 : 0.1;
                }
                case BINARY -> out[0][k] = 1 / (1 + StrictMath.exp(-size * off));
                case CHOICE -> choice(off, size, k, out);
                case NORMAL -> {
                    out[0][k] = StrictMath.sin(off);
                    out[1][k] = 0.2 * size;
                }
                case LOG_NORMAL -> {
                    out[0][k] = StrictMath.cos(off);
                    out[1][k] = 0.3 * size;
                }
            }
        }
    }

    private static void choice(double off, double size, int k, double[][] out) {
        double first = StrictMath.exp(size * off);
        double second = StrictMath.exp(-off * off);
        double sum = first + second + 1;
        out[0][k] = first / sum;
        out[1][k] = second / sum;
        out[2][k] = 1 / sum;
    }
}
