package io.stimloop.inference.glm;

/** All elements of a covariance. */
final class FullCovariance implements WeightCovariance {
    /** A variance is not let fall below this part of the prior's: rounding would make it negative. */
    private static final double LEAST = 1e-15;

    private final Covariance elements;
    private final double[] leastVariances;

    /** A prior. */
    FullCovariance(Covariance prior) {
        this(prior, new double[prior.size()]);
        for (int i = 0; i < leastVariances.length; i++) {
            leastVariances[i] = LEAST * prior.get(i, i);
        }
    }

    private FullCovariance(Covariance elements, double[] leastVariances) {
        this.elements = elements;
        this.leastVariances = leastVariances;
    }

    @Override
    public int size() {
        return elements.size();
    }

    @Override
    public double get(int row, int column) {
        return elements.get(row, column);
    }

    @Override
    public void multiply(double[] x, double[] out) {
        elements.multiply(x, out);
    }

    @Override
    public void addRow(int row, double factor, int n, double[] out) {
        elements.addRow(row, factor, n, out);
    }

    @Override
    public void addToVariances(double amount) {
        elements.addToVariances(amount);
    }

    @Override
    public void learn(double factor, double[] g) {
        elements.addOuter(factor, g);
        for (int i = 0; i < leastVariances.length; i++) {
            if (!(elements.get(i, i) >= leastVariances[i])) {
                elements.set(i, i, leastVariances[i]);
            }
        }
    }

    /** Nothing, ever. */
    @Override
    public double[] givenUp() {
        return LearnedDirections.NONE;
    }

    @Override
    public double logDeterminant() {
        return new Factorised(elements).logDeterminant();
    }

    @Override
    public double[] root(double[] z) {
        return new Factorised(elements).times(z);
    }

    @Override
    public FullCovariance copy() {
        return new FullCovariance(elements.copy(), leastVariances);
    }

    @Override
    public double[] numbers() {
        return elements.triangle();
    }

    @Override
    public void restore(double[] numbers, int from) {
        elements.setTriangle(numbers, from);
    }

    @Override
    public int numbersLength() {
        return Math.toIntExact((long) size() * (size() + 1) / 2);
    }
}
