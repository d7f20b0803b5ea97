package io.stimloop.inference.glm;

/** Carries {@link UnitProducts} along with the moments. */
record ProductsCompanion(UnitProducts[] products) implements GlmMoments.Companion {
    @Override
    public void carry(int unit, UnitMoments moments, double[] direction, double factor) {
        products[unit].carry(moments.along(), direction, factor);
    }

    @Override
    public void drift(int unit, double variance) {
        products[unit].drift(variance);
    }

    @Override
    public void recomputed(int unit, int candidate, double[] product) {
        products[unit].recomputed(candidate, product);
    }
}
