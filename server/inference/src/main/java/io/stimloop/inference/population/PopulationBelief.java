package io.stimloop.inference.population;

import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.BeliefSource;
import io.stimloop.inference.belief.BeliefState;
import io.stimloop.inference.belief.CurvePoint;
import io.stimloop.inference.belief.Maintenance;
import io.stimloop.inference.belief.ParameterSummary;
import io.stimloop.inference.belief.Question;
import io.stimloop.inference.belief.ResponseForecast;
import io.stimloop.inference.belief.ResponsePredictor;
import io.stimloop.inference.belief.StimulusPredictor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/** A belief about each unit of a population. What is learned about one says nothing about another. */
final class PopulationBelief implements Belief {
    /** Units whose warnings are told; of a thousand that all warn nobody reads more. */
    private static final int MOST_WARNING = 10;

    private final BeliefSource unit;
    private Belief[] beliefs;
    private boolean[] included;
    private final double[] one = new double[1];
    private long trials;

    /** Of units that are all included and have learned nothing. */
    PopulationBelief(BeliefSource unit, Belief[] beliefs) {
        this(unit, beliefs, new boolean[beliefs.length], 0);
        Arrays.fill(included, true);
    }

    /**
     * Of units that have learned.
     *
     * @param unit makes those that are added
     */
    PopulationBelief(BeliefSource unit, Belief[] beliefs, boolean[] included, long trials) {
        this.unit = unit;
        this.beliefs = beliefs;
        this.included = included;
        this.trials = trials;
    }

    @Override
    public double condition(double[] stimulus, double[] response) {
        double least = Double.POSITIVE_INFINITY;
        for (int unit = 0; unit < beliefs.length; unit++) {
            if (included[unit]) {
                one[0] = response[unit];
                least = Math.min(least, beliefs[unit].condition(stimulus, one));
            }
        }
        trials++;
        return least == Double.POSITIVE_INFINITY ? 0 : least;
    }

    @Override
    public long trials() {
        return trials;
    }

    /** That of the units not left out. */
    @Override
    public double entropyNats() {
        double sum = 0;
        for (int unit = 0; unit < beliefs.length; unit++) {
            sum += included[unit] ? beliefs[unit].entropyNats() : 0;
        }
        return sum;
    }

    @Override
    public double entropyAtHand() {
        double sum = 0;
        for (int unit = 0; unit < beliefs.length; unit++) {
            sum += included[unit] ? beliefs[unit].entropyAtHand() : 0;
        }
        return sum;
    }

    @Override
    public int units() {
        return beliefs.length;
    }

    @Override
    public List<ParameterSummary> parameters(int unit) {
        return beliefs[unit].parameters();
    }

    @Override
    public List<CurvePoint> curve(int unit, double[][] stimuli) {
        return beliefs[unit].curve(stimuli);
    }

    @Override
    public ResponsePredictor predictor(double[][] candidates, Question question) {
        return JointPredictor.of(this, candidates, question)
                .orElseGet(() -> PopulationPredictor.of(this, candidates, question));
    }

    @Override
    public Optional<StimulusPredictor> anywhere(Question question) {
        return UnitQuestion.all(question, beliefs.length, unit::predictsAnywhere)
                ? Optional.of(PopulationAnywhere.of(this, question))
                : Optional.empty();
    }

    @Override
    public ResponseForecast forecast(double[] stimulus) {
        ResponseForecast[] forecasts = new ResponseForecast[beliefs.length];
        Arrays.setAll(forecasts, unit -> beliefs[unit].forecast(stimulus));
        return new PopulationForecast(forecasts);
    }

    @Override
    public double[] draw(int unit, UniformRandomProvider random) {
        return beliefs[unit].draw(0, random);
    }

    @Override
    public double[] drawCurve(int unit, double[][] stimuli, UniformRandomProvider random) {
        return beliefs[unit].drawCurve(0, stimuli, random);
    }

    @Override
    public PopulationBelief copy() {
        Belief[] copies = Arrays.stream(beliefs).map(Belief::copy).toArray(Belief[]::new);
        return new PopulationBelief(unit, copies, included.clone(), trials);
    }

    /** Where the units cannot, only the first has been asked, so that nothing has changed. */
    @Override
    public boolean become(Belief other) {
        if (!(other instanceof PopulationBelief population)
                || population.beliefs.length != beliefs.length) {
            return false;
        }
        for (int unit = 0; unit < beliefs.length; unit++) {
            if (!beliefs[unit].become(population.beliefs[unit])) {
                return false;
            }
        }
        System.arraycopy(population.included, 0, included, 0, included.length);
        trials = population.trials;
        return true;
    }

    @Override
    public BeliefState state() {
        return PopulationState.of(this);
    }

    /** Of the first units that have any; "unit 3" is the third of the spec. */
    @Override
    public List<String> warnings() {
        List<String> told = new ArrayList<>();
        int warning = 0;
        for (int unit = 0; unit < beliefs.length && warning < MOST_WARNING; unit++) {
            List<String> own = included[unit] ? beliefs[unit].warnings() : List.of();
            for (String text : own) {
                told.add("unit " + (unit + 1) + ": " + text);
            }
            warning += own.isEmpty() ? 0 : 1;
        }
        return told;
    }

    @Override
    public boolean includes(int unit) {
        return included[unit];
    }

    @Override
    public void include(int unit, boolean in) {
        included[unit] = in;
    }

    @Override
    public void add(int units) {
        int before = beliefs.length;
        Belief first = unit.create();
        beliefs = Arrays.copyOf(beliefs, before + units);
        included = Arrays.copyOf(included, before + units);
        for (int i = before; i < beliefs.length; i++) {
            beliefs[i] = i == before ? first : first.copy();
            included[i] = true;
        }
    }

    /** That of the first unit that has any due. */
    @Override
    public Optional<Maintenance> maintenance() {
        return IntStream.range(0, beliefs.length).filter(unit -> included[unit])
                .mapToObj(unit -> beliefs[unit].maintenance()).flatMap(Optional::stream).findFirst();
    }

    /** By unit. */
    List<Belief> beliefs() {
        return List.of(beliefs);
    }

    Belief belief(int unit) {
        return beliefs[unit];
    }

    /** The forecasts of the units, made before the response comes. */
    private record PopulationForecast(ResponseForecast[] units) implements ResponseForecast {
        @Override
        public double midProbability(int unit, double response) {
            return units[unit].midProbability(0, response);
        }

        @Override
        public double probability(int unit, double response) {
            return units[unit].probability(0, response);
        }
    }
}
