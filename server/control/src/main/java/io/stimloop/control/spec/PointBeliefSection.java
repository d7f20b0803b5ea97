package io.stimloop.control.spec;

import io.stimloop.inference.belief.BeliefSource;
import io.stimloop.inference.grid.PointGridSource;
import io.stimloop.inference.grid.Refinement;
import io.stimloop.inference.particle.ParticleSettings;
import io.stimloop.inference.particle.ParticleSource;
import io.stimloop.inference.points.PointModel;
import io.stimloop.inference.response.Densities;
import io.stimloop.inference.response.Density;
import io.stimloop.v1.BeliefForm;
import io.stimloop.v1.Parameter;
import io.stimloop.v1.ParticleForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/** The belief about a model with a handful of parameters: a grid (left out), or particles. */
final class PointBeliefSection {
    private static final int MOST_PARTICLES = 1_000_000;
    private static final int PARTICLES = 2_000;
    private static final int MOST_MOVES = 100;
    private static final int MOVES = 3;
    private static final double RESAMPLE_BELOW = 0.5;

    private final PointModel model;
    private final List<ParameterWanted> wanted;
    private final Map<String, Parameter> given;
    private final Function<String, Faults> places;

    private PointBeliefSection(PointModel model, List<ParameterWanted> wanted, Map<String, Parameter> given,
            Function<String, Faults> places) {
        this.model = model;
        this.wanted = wanted;
        this.given = given;
        this.places = places;
    }

    /**
     * Reads the parameters of a model in the way that the form of belief needs.
     *
     * @param wanted the parameters, in the model's order
     * @param given  by name
     * @param form   of the belief, as sent
     * @param seed   of what particles draw
     * @param at     the parameters
     * @return empty when a fault was reported
     */
    static Optional<BeliefSource> read(PointModel model, List<ParameterWanted> wanted,
            Map<String, Parameter> given, BeliefForm form, long seed, Faults at) {
        return read(model, wanted, given, form, seed, at, at::field);
    }

    /**
     * Reads parameters of which some stand elsewhere in the spec.
     *
     * @param places where a parameter stands, by name
     */
    static Optional<BeliefSource> read(PointModel model, List<ParameterWanted> wanted,
            Map<String, Parameter> given, BeliefForm form, long seed, Faults at,
            Function<String, Faults> places) {
        PointBeliefSection section = new PointBeliefSection(model, wanted, given, places);
        section.checkNames(at);
        return switch (form.getKindCase()) {
            case GRID, KIND_NOT_SET -> section.grid(form, at);
            case PARTICLES -> section.particles(form.getParticles(), seed, at);
            case GAUSSIAN -> {
                at.add("can be followed on a grid or by particles only: say belief: {grid: {}} or {particles: {}}");
                yield Optional.empty();
            }
        };
    }

    /** Reports what is wrong with a parameter of a model that cannot be built. */
    static void check(ParameterWanted wanted, Map<String, Parameter> given, BeliefForm form, Faults at) {
        Parameter parameter = given.getOrDefault(wanted.name(), Parameter.getDefaultInstance());
        if (form.hasParticles()) {
            density(wanted, parameter, at);
        } else {
            ParameterSection.read(wanted, parameter, at);
        }
    }

    private void checkNames(Faults at) {
        List<String> names = wanted.stream().map(ParameterWanted::name).toList();
        for (String unknown : new TreeSet<>(given.keySet())) {
            at.field(unknown).require(names.contains(unknown),
                    "is no parameter of this model: " + Wording.suggestion(unknown, names));
        }
        for (ParameterWanted parameter : wanted) {
            places.apply(parameter.name()).require(
                    given.containsKey(parameter.name()) || !Double.isNaN(parameter.known()),
                    "is missing: give its values, or one where it is known");
        }
    }

    private Optional<BeliefSource> grid(BeliefForm form, Faults at) {
        List<AxisDraft> axes = new ArrayList<>();
        for (ParameterWanted parameter : wanted) {
            Parameter values = given.get(parameter.name());
            if (values != null) {
                axes.add(ParameterSection.read(parameter, values, places.apply(parameter.name())));
            } else if (!Double.isNaN(parameter.known())) {
                axes.add(new AxisDraft(parameter.name(), new double[]{parameter.known()}, new double[]{1}));
            }
        }
        GridSize.check(axes, at);
        Optional<Refinement> rule = RefinementSection.read(form, at);
        if (!at.clean() || axes.size() < wanted.size()
                || !axes.stream().allMatch(AxisDraft::complete)) {
            return Optional.empty();
        }
        double[] periods = wanted.stream().mapToDouble(ParameterWanted::period).toArray();
        PointGridSource source = new PointGridSource(model,
                axes.stream().map(AxisDraft::toAxis).toList(), periods);
        return Optional.of(rule.<BeliefSource>map(source::refined).orElse(source));
    }

    private Optional<BeliefSource> particles(ParticleForm form, long seed, Faults at) {
        List<Density> priors = new ArrayList<>();
        for (ParameterWanted parameter : wanted) {
            Parameter values = given.get(parameter.name());
            if (values != null) {
                density(parameter, values, places.apply(parameter.name())).ifPresent(priors::add);
            } else if (!Double.isNaN(parameter.known())) {
                priors.add(Densities.known(parameter.known()));
            }
        }
        Optional<ParticleSettings> settings = settings(form, seed, at);
        return at.clean() && priors.size() == wanted.size() && settings.isPresent()
                ? Optional.of(new ParticleSource(model, priors, settings.get()))
                : Optional.empty();
    }

    /** A prior, or the one value of a parameter that is known. */
    private static Optional<Density> density(ParameterWanted wanted, Parameter parameter, Faults at) {
        if (parameter.getValuesCount() == 1) {
            double[] values = ParameterSection.read(wanted, parameter, at).values();
            return values.length == 0 ? Optional.empty() : Optional.of(Densities.known(values[0]));
        }
        if (!at.require(parameter.hasPrior(), "needs a prior where the belief is held by particles, such as "
                + "prior: {uniform: {from: 0, to: 10}}; or one value where it is known")) {
            return Optional.empty();
        }
        Optional<Density> density = DensitySection.read(parameter.getPrior(), at.field("prior"));
        boolean within = density.isEmpty() || at.field("prior").require(
                wanted.bounds().hold(density.get().lower(), density.get().upper()),
                "reaches beyond the values that the parameter may have, from "
                        + Wording.number(wanted.bounds().min()) + " to "
                        + Wording.number(wanted.bounds().max())
                        + ": truncate it");
        return within ? density : Optional.empty();
    }

    /** Reads how particles follow a posterior. */
    static Optional<ParticleSettings> settings(ParticleForm form, long seed, Faults at) {
        long count = form.getCount() == 0 ? PARTICLES : Integer.toUnsignedLong(form.getCount());
        long moves = form.getMoves() == 0 ? MOVES : Integer.toUnsignedLong(form.getMoves());
        double below = form.hasResampleBelow() ? form.getResampleBelow() : RESAMPLE_BELOW;
        at.require(count >= ParticleSettings.FEWEST && count <= MOST_PARTICLES, "belief.particles.count is "
                + count + ": must be from " + ParticleSettings.FEWEST + " to " + MOST_PARTICLES);
        at.require(moves <= MOST_MOVES,
                "belief.particles.moves is " + moves + ": must be from 1 to " + MOST_MOVES);
        at.require(below > 0 && below <= 1, "belief.particles.resampleBelow is " + below
                + ": must be above 0 and at most 1");
        return at.clean()
                ? Optional.of(new ParticleSettings((int) count, below, (int) moves, seed))
                : Optional.empty();
    }
}
