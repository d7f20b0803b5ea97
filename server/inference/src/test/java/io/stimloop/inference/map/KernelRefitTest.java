package io.stimloop.inference.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.stimloop.inference.belief.Maintenance;
import io.stimloop.inference.belief.Truth;
import io.stimloop.inference.response.Link;
import io.stimloop.numerics.random.Streams;
import org.junit.jupiter.api.Test;

/** A refit finds the kernel that the evidence speaks for and takes its place between trials. */
class KernelRefitTest {
    private static MapBelief learned(MapModel model, Truth truth, int trials) {
        MapBelief belief = new MapBelief(model);
        double[][] candidates = MapFixture.candidates(model);
        double[] count = new double[1];
        for (int t = 0; t < trials; t++) {
            double[] stimulus = candidates[t * 17 % candidates.length];
            truth.respond(stimulus, Streams.of(11, t, 0), count);
            belief.condition(stimulus, count);
        }
        return belief;
    }

    private static Truth truth(double variance, double length, double dispersion) {
        MapModel model = MapFixture.refitted(10, dispersion);
        MapModel wanted = MapModel.fixed(Link.EXPONENTIAL, dispersion, MapKernel.smooth(2, variance, length),
                model.axes(), MapFixture.LINE);
        return new MapSource(wanted).drawTruth(Streams.of(4, 1, 0));
    }

    @Test
    void isDueAfterSoManyTrialsAndAgainAfterAsMany() {
        MapBelief belief = learned(MapFixture.refitted(10, 0), truth(1, 2, 0), 9);
        assertThat(belief.maintenance()).isEmpty();
        belief.condition(new double[]{1}, new double[]{3});
        Maintenance.Result result = belief.maintenance().orElseThrow().run();
        result.adopt();
        assertThat(belief.maintenance()).isEmpty();
        assertThat(result.description()).contains("variance").contains("length");
    }

    @Test
    void raisesTheEvidenceAndGoesTowardsTheTruth() {
        MapBelief belief = learned(MapFixture.refitted(10, 0), truth(1, 5, 0), 200);
        double before = belief.hypotheses().get(0).logWeight(belief.seen());
        belief.maintenance().orElseThrow().run().adopt();
        assertThat(belief.hypotheses().get(0).logWeight(belief.seen())).isGreaterThan(before + 1);
        MapKernel found = belief.hypotheses().get(0).fit().covariance().kernel();
        assertThat(found.lengths()[0]).isBetween(3.0, 8.0);
    }

    @Test
    void takesTheLikeliestDispersion() {
        MapBelief belief = learned(MapFixture.refitted(10, 0.01, 0.5), truth(1, 5, 0.5), 200);
        belief.maintenance().orElseThrow().run().adopt();
        assertThat(belief.hypotheses().get(0).dispersion()).isEqualTo(1);
    }

    @Test
    void keepsWhatWasLearnedWhileItRan() {
        MapBelief belief = learned(MapFixture.refitted(10, 0), truth(1, 2, 0), 30);
        Maintenance.Result result = belief.maintenance().orElseThrow().run();
        for (int t = 0; t < 30; t++) {
            belief.condition(new double[]{4}, new double[]{50});
        }
        result.adopt();
        assertThat(belief.trials()).isEqualTo(60);
        assertThat(belief.curve(new double[][]{{4}}).getFirst().mean()).isBetween(40.0, 55.0);
    }

    @Test
    void isFittedBeforeItIsAdoptedAndOnlyCatchesUpThen() {
        MapBelief belief = learned(MapFixture.refitted(10, 0), truth(1, 2, 0), 30);
        KernelRefit.Refitted result = (KernelRefit.Refitted) belief.maintenance().orElseThrow().run();
        assertThat(result.hypothesis().fit().size()).isEqualTo(belief.seen().count());
        belief.condition(new double[]{4.25}, new double[]{9});
        result.adopt();
        assertThat(belief.hypotheses().get(0)).isSameAs(result.hypothesis());
        Hypothesis cold = Hypotheses.of(belief.model(), result.hypothesis().fit().covariance().kernel(), 0,
                0);
        cold.fit().update(belief.seen());
        assertThat(result.hypothesis().fit().logEvidence()).isCloseTo(cold.fit().logEvidence(), within(1e-8));
        assertThat(result.hypothesis().fit().size()).isEqualTo(cold.fit().size());
    }

    @Test
    void aLengthThatCollapsesIsBoundedAndSaid() {
        MapModel model = MapFixture.refitted(10, 0);
        MapBelief belief = new MapBelief(model);
        double[][] candidates = MapFixture.candidates(model);
        for (int t = 0; t < 400; t++) {
            belief.condition(candidates[t % 40], new double[]{t % 2 == 0 ? 0 : 60});
        }
        belief.maintenance().orElseThrow().run().adopt();
        MapKernel found = belief.hypotheses().get(0).fit().covariance().kernel();
        assertThat(found.lengths()[0]).isBetween(2 * Math.exp(-3), 0.5);
        assertThat(belief.warnings()).anySatisfy(warning -> assertThat(warning).startsWith("length:"));
        assertThat(new MapSource(model).restore(belief.state()).warnings()).isEqualTo(belief.warnings());
        assertThat(belief.copy().warnings()).isEqualTo(belief.warnings());
    }

    @Test
    void aRestoredBeliefHasTheKernelThatWasAdopted() {
        MapBelief belief = learned(MapFixture.refitted(10, 0), truth(1, 5, 0), 60);
        belief.maintenance().orElseThrow().run().adopt();
        MapBelief restored = (MapBelief) new MapSource(belief.model()).restore(belief.state());
        assertThat(restored.hypotheses().get(0).fit().covariance().kernel()).usingRecursiveComparison()
                .isEqualTo(belief.hypotheses().get(0).fit().covariance().kernel());
        assertThat(restored.entropyNats()).isEqualTo(belief.entropyNats());
        assertThat(restored.maintenance()).isEmpty();
    }
}
