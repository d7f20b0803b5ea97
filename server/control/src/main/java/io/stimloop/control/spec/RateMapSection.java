package io.stimloop.control.spec;

import io.stimloop.inference.map.Geometry;
import io.stimloop.inference.map.Hedge;
import io.stimloop.inference.map.MapKernel;
import io.stimloop.inference.map.MapModel;
import io.stimloop.inference.map.MapSource;
import io.stimloop.inference.map.RefitRule;
import io.stimloop.inference.response.Link;
import io.stimloop.v1.KernelRefit;
import io.stimloop.v1.MapHedge;
import io.stimloop.v1.Noise;
import io.stimloop.v1.RateMap;
import java.util.List;
import java.util.Optional;

/** An unknown function over the stimulus space with a Gaussian-process prior. */
final class RateMapSection {
    private static final int MOST_DIMENSIONS = 3;
    /** Wide enough for rates behind the soft-rectified link; squares of its root stay far from the largest number. */
    static final Bounds VARIANCE = new Bounds(1e-6, 1e6);
    private static final Bounds EXTRA_VARIANCE = new Bounds(0, 1e6);
    private static final Bounds MEAN = new Bounds(-1e4, 1e4);
    private static final Bounds LOG_SD = new Bounds(1e-3, 5);
    private static final Bounds UP_TO_ONE = new Bounds(0, 1);
    private static final long USUAL_EVERY = 10;
    private static final String DISPERSION = "dispersion";

    private final RateMap map;
    private final List<StimulusDimension> dimensions;
    private final Faults at;

    private RateMapSection(RateMap map, List<StimulusDimension> dimensions, Faults at) {
        this.map = map;
        this.dimensions = dimensions;
        this.at = at;
    }

    /** Reads a map over the stimulus of the context. */
    static ModelDraft read(RateMap map, ModelContext context, Faults at) {
        int size = context.dimensions().size();
        at.require(size <= MOST_DIMENSIONS && !context.stimulus().vector(),
                "needs from 1 to 3 stimulus dimensions, there are " + size);
        at.require(!context.stimulus().continuous(),
                "is a value for each stimulus that is listed: give stimulus.dimensions values, not a range");
        at.require(context.units() <= 1, "is about one neuron, there are " + context.units());
        GaussianSection.checkFull(context.spec().getBelief(), at);
        return new RateMapSection(map, context.dimensions(), at).draft();
    }

    private ModelDraft draft() {
        at.field("link").require(map.getLinkValue() != 0, "is missing: use " + Enums.names(map.getLink()));
        Optional<Link> link = Enums.read(map.getLink(), map.getLinkValue(), at.field("link"))
                .map(known -> Link.valueOf(known.name()));
        AxisDraft dispersions = dispersions(map.getNoise(), at.field("noise"));
        Optional<MapKernel> kernel = kernel();
        RefitRule refit = refit(map.getRefit(), at.field("refit"));
        Hedge hedge = hedge(map.getHedge(), at.field("hedge"));
        at.field("average").require(!map.hasAverage() || !map.hasRefit(),
                "leaves nothing to refit: give either refit or average");
        Optional<KernelList> kernels = kernel
                .map(first -> KernelList.read(first, map, at.field("average")));
        boolean usable = dimensions.stream().allMatch(dimension -> dimension.values().length > 0);
        if (!at.clean() || link.isEmpty() || kernels.isEmpty() || dimensions.isEmpty() || !usable) {
            return new ModelDraft(List.of(), Optional.empty());
        }
        double[][] axes = dimensions.stream().map(StimulusDimension::values).toArray(double[][]::new);
        MapSource source = new MapSource(new MapModel(link.get(), dispersions.values(), dispersions.prior(),
                kernels.get().kernels(), kernels.get().probabilities(), axes,
                new Geometry(dimensions.stream().mapToDouble(StimulusDimension::period).toArray()),
                map.hasAverage(), hedge, map.hasRefit() ? refit : RefitRule.NEVER));
        return new ModelDraft(source.parameterNames(), Optional.of(source));
    }

    private static AxisDraft dispersions(Noise noise, Faults at) {
        at.require(noise.getFamilyCase() != Noise.FamilyCase.FAMILY_NOT_SET,
                "is missing: use poisson: {} or negativeBinomial: {dispersion: {values: [0.1]}}");
        return noise.hasNegativeBinomial()
                ? ParameterSection.read(DISPERSION, noise.getNegativeBinomial().getDispersion(), Double.NaN,
                        at.field("negativeBinomial").field(DISPERSION))
                : new AxisDraft(DISPERSION, new double[]{0}, new double[]{1});
    }

    private Optional<MapKernel> kernel() {
        MEAN.check(map.getMean(), at.field("mean"));
        VARIANCE.check(map.getVariance(), at.field("variance"));
        EXTRA_VARIANCE.check(map.getMeanVariance(), at.field("meanVariance"));
        EXTRA_VARIANCE.check(map.getIndependentVariance(), at.field("independentVariance"));
        EXTRA_VARIANCE.check(map.getHalfTurnVariance(), at.field("halfTurnVariance"));
        boolean circle = dimensions.size() == 1 && dimensions.getFirst().periodic();
        boolean halfTurn = map.getHalfTurnVariance() > 0 || map.getAverage().getHalfTurnVarianceCount() > 0;
        at.field("halfTurnVariance").require(!halfTurn || circle || dimensions.isEmpty(),
                "needs exactly one stimulus dimension, and that periodic");
        double[] lengths = lengths(at.field("length"));
        return at.clean() && lengths.length > 0
                ? Optional.of(new MapKernel(map.getMean(), map.getMeanVariance(), map.getVariance(), lengths,
                        map.getHalfTurnVariance(), lengths[0], map.getIndependentVariance()))
                : Optional.empty();
    }

    /** One for each dimension. */
    private double[] lengths(Faults field) {
        int given = map.getLengthCount();
        int wanted = dimensions.size();
        field.require(given == 1 || (given == wanted && given > 0), given == 0
                ? "is missing: how far, in the dimension's unit, responses resemble each other"
                : "has " + given + " values: give one for each of the " + wanted
                        + " dimensions, or one for all");
        field.requireAll(given, i -> Bounds.POSITIVE.contain(map.getLength(i)),
                i -> Bounds.POSITIVE.complaint(map.getLength(i)));
        double[] lengths = new double[field.clean() ? wanted : 0];
        for (int d = 0; d < lengths.length; d++) {
            lengths[d] = map.getLength(given == 1 ? 0 : d);
            checkReach(lengths[d], dimensions.get(d), field.element(Math.min(d, given - 1)));
        }
        return lengths;
    }

    /** Candidates are told apart by their distance in lengths; the squares of these distances must be numbers. */
    private static void checkReach(double length, StimulusDimension dimension, Faults field) {
        double[] values = dimension.values();
        if (values.length > 1) {
            double range = values[values.length - 1] - values[0];
            field.require(length <= 1e3 * range && length >= 1e-4 * range / values.length,
                    Wording.number(length) + " is of another size than the range of " + dimension.name()
                            + " ("
                            + Wording.number(range) + ")");
        }
    }

    private static RefitRule refit(KernelRefit refit, Faults at) {
        long every = Integer.toUnsignedLong(refit.getEvery());
        double logSd = refit.hasLogSd() ? refit.getLogSd() : 1;
        LOG_SD.check(logSd, at.field("logSd"));
        return new RefitRule(every == 0 ? USUAL_EVERY : every, logSd);
    }

    private static Hedge hedge(MapHedge hedge, Faults at) {
        UP_TO_ONE.check(hedge.getRepeatDiscount(), at.field("repeatDiscount"));
        if (hedge.hasMostVariance()) {
            VARIANCE.check(hedge.getMostVariance(), at.field("mostVariance"));
        }
        return new Hedge(hedge.getRepeatDiscount(),
                hedge.hasMostVariance() ? hedge.getMostVariance() : Double.POSITIVE_INFINITY);
    }
}
