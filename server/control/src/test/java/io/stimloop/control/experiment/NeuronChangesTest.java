package io.stimloop.control.experiment;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import io.stimloop.control.spec.Resolution;
import io.stimloop.control.spec.ResolvedSpec;
import io.stimloop.control.spec.SpecResolver;
import io.stimloop.control.spec.Violation;
import io.stimloop.inference.belief.Belief;
import io.stimloop.v1.ChangeNeuronsRequest;
import io.stimloop.v1.ExperimentSpec;
import io.stimloop.v1.Neuron;
import io.stimloop.v1.NeuronBelief;
import io.stimloop.v1.NeuronChange;
import io.stimloop.v1.Outcome;
import io.stimloop.v1.ServerMessage;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** Neurons that are dropped, taken back and added while an experiment runs. */
class NeuronChangesTest {
    private static final String INFOMAX = "infomax { }";

    private final Bench bench = Bench.of("bench", Specs.ofNeurons(INFOMAX, "a", "b", "c"));

    private static NeuronChange drop(String... names) {
        return NeuronChange.newBuilder().addAllDropped(List.of(names)).setOperator("ann").build();
    }

    private static NeuronChange add(String... names) {
        return NeuronChange.newBuilder().addAllAdded(List.of(names)).build();
    }

    private CompletableFuture<io.stimloop.v1.Experiment> change(NeuronChange wanted) {
        return bench.experiment.neurons().change(wanted, Optional.empty());
    }

    private void counts(RecordingPort rig, int... counts) {
        bench.outcome(rig, Outcome.newBuilder().setTrial(rig.lastPresent().getTrial())
                .addAllCounts(Arrays.stream(counts).boxed().toList()).build());
    }

    private static Refused refusal(CompletableFuture<?> answer) {
        try {
            answer.join();
        } catch (CompletionException failure) {
            return (Refused) requireNonNull(failure.getCause());
        }
        throw new AssertionError("was not refused");
    }

    private static ResolvedSpec withNeuron(ResolvedSpec spec, String name) {
        ExperimentSpec more = spec.original().toBuilder().addNeurons(Neuron.newBuilder().setName(name))
                .build();
        return ((Resolution.Accepted) SpecResolver.resolve(more, 1 << 30)).spec();
    }

    @Test
    void aTrialUnderWayIsLearnedFromAndTheNextIsNot() {
        RecordingPort rig = bench.connect();
        Belief byHand = bench.spec.source().create();
        double[] stimulus = {rig.lastPresent().getStimulus(0)};
        io.stimloop.v1.Experiment changed = change(drop("b")).join();
        assertThat(changed.getNeuronChangesList()).singleElement().isEqualTo(
                drop("b").toBuilder().setTrial(2).build());
        assertThat(bench.listener.neuronChanges).isEmpty();
        counts(rig, 3, 9, 1);
        byHand.condition(stimulus, new double[]{3, 9, 1});
        byHand.include(1, false);
        double[] next = {rig.lastPresent().getStimulus(0)};
        counts(rig, 2, 4_000_000, 0);
        byHand.condition(next, new double[]{2, 7, 0});
        assertThat(rig.refusals()).isEmpty();
        assertThat(bench.listener.neuronChanges).isEqualTo(changed.getNeuronChangesList());
        assertThat(bench.belief.state()).usingRecursiveComparison().isEqualTo(byHand.state());
    }

    @Test
    void rigsHearOfItBeforeTheNextCommandAndWhenTheyComeBack() {
        RecordingPort rig = bench.connect();
        change(drop("b")).join();
        counts(rig, 3, 9, 1);
        assertThat(rig.sent()).extracting(ServerMessage::getMessageCase).containsExactly(
                ServerMessage.MessageCase.WELCOME, ServerMessage.MessageCase.PRESENT,
                ServerMessage.MessageCase.NEURONS_CHANGED, ServerMessage.MessageCase.PRESENT,
                ServerMessage.MessageCase.ACKNOWLEDGED);
        assertThat(bench.connect().sent()).extracting(ServerMessage::getMessageCase).containsExactly(
                ServerMessage.MessageCase.WELCOME, ServerMessage.MessageCase.NEURONS_CHANGED,
                ServerMessage.MessageCase.PRESENT);
        assertThat(rig.sent().get(2).getNeuronsChanged().getNeuronsList()).extracting(Neuron::getName)
                .containsExactly("a", "b", "c");
    }

    @Test
    void aReadingOfTheSameTrialShowsIt() {
        assertThat(dropped()).isEmpty();
        change(drop("a", "c")).join();
        assertThat(dropped()).containsExactly("a", "c");
        change(add("a")).join();
        assertThat(dropped()).containsExactly("c");
    }

    private List<String> dropped() {
        return bench.experiment.reading().join().belief().getNeuronsList().stream()
                .filter(NeuronBelief::getDropped).map(NeuronBelief::getName).toList();
    }

    @Test
    void theChoiceIsMadeForThoseThatAreIn() {
        RecordingPort rig = bench.connect();
        counts(rig, 0, 20, 0);
        change(drop("b")).join();
        counts(rig, 1, 1, 1);
        Bench two = Bench.of("two", Specs.ofNeurons(INFOMAX, "a", "c"));
        RecordingPort other = two.connect();
        two.outcome(other, Outcome.newBuilder().setTrial(1).addCounts(0).addCounts(0).build());
        two.outcome(other, Outcome.newBuilder().setTrial(2).addCounts(1).addCounts(1)
                .addPresented(rig.presents().get(1).getStimulus(0)).build());
        assertThat(rig.lastPresent().getStimulusList()).isEqualTo(other.lastPresent().getStimulusList());
        assertThat(rig.lastPresent().getDecision().getUtility())
                .isCloseTo(other.lastPresent().getDecision().getUtility(), within(1e-9));
    }

    @Test
    void aRepeatedOutcomeFromBeforeIsKnownAgain() {
        RecordingPort rig = bench.connect();
        counts(rig, 3, 9, 1);
        change(drop("b")).join();
        counts(rig, 2, 0, 0);
        bench.outcome(rig, Outcome.newBuilder().setTrial(1).addCounts(3).addCounts(9).addCounts(1).build());
        assertThat(rig.refusals()).isEmpty();
        assertThat(bench.listener.receptions.getLast()).isEqualTo(TrialListener.Reception.REPEATED);
        assertThat(bench.belief.trials()).isEqualTo(2);
    }

    @Test
    void aNewNeuronBeginsWithThePriorAndNeedsACountFromTheNextTrialOn() {
        RecordingPort rig = bench.connect();
        ResolvedSpec bigger = withNeuron(bench.spec, "d");
        bench.experiment.neurons().change(add("d"), Optional.of(bigger)).join();
        counts(rig, 3, 9, 1);
        Belief byHand = bigger.source().create();
        byHand.include(3, false);
        byHand.condition(new double[]{rig.presents().getFirst().getStimulus(0)}, new double[]{3, 9, 1, 0});
        byHand.include(3, true);
        byHand.condition(new double[]{rig.lastPresent().getStimulus(0)}, new double[]{2, 0, 0, 14});
        counts(rig, 2, 0, 0, 14);
        assertThat(bench.belief.state()).usingRecursiveComparison().isEqualTo(byHand.state());
        assertThat(bench.experiment.reading().join().belief().getNeuronsList())
                .extracting(NeuronBelief::getName).containsExactly("a", "b", "c", "d");
        assertThat(bench.experiment.reading().join().scores().getScoresCount()).isEqualTo(5);
        counts(rig, 2, 0, 0);
        assertThat(rig.refusals()).singleElement().extracting(Throwable::getMessage).asString()
                .contains("this experiment has 4 neurons");
    }

    @Test
    void whatMakesNoSenseIsRefusedAndChangesNothing() {
        change(drop("a")).join();
        assertThat(faults(NeuronChange.newBuilder().addAllDropped(List.of("a", "x", "b"))
                .addAllAdded(List.of("b", "c", ".e")).setOperator("o".repeat(1025)).build()))
                .containsExactly("drop[0]: \"a\" is dropped already",
                        "drop[1]: \"x\" is no neuron: did you mean a?",
                        "add[0]: \"b\" is in already",
                        "add[0]: \"b\" is named before in this request: name it once",
                        "add[1]: \"c\" is in already",
                        "add[2]: \".e\" is no name: 1 to 64 characters of A-Z a-z 0-9 . _ - that do not begin"
                                + " with a dot",
                        "operator: has 1025 characters; at most 1024");
        assertThat(faults(drop("b", "c")))
                .containsExactly("drop: would leave no neuron; pause or finish the experiment");
        assertThat(faults(drop()))
                .containsExactly("drop: is empty, as add is: name a neuron to drop or to add");
        assertThat(bench.experiment.description().join().getNeuronChangesCount()).isEqualTo(1);
    }

    private List<String> faults(NeuronChange wanted) {
        Refused refused = refusal(change(wanted));
        assertThat(refused.kind()).isEqualTo(Refused.Kind.INVALID);
        return refused.violations().stream().map(NeuronChangesTest::words).toList();
    }

    private static String words(Violation fault) {
        return fault.field() + ": " + fault.description();
    }

    @Test
    void anExperimentThatIsOverOrHasOneNeuronHasNoneToChange() {
        Bench one = Bench.ofSequence();
        assertThat(refusal(one.experiment.neurons().change(drop("cell"), Optional.empty())).kind())
                .isEqualTo(Refused.Kind.STATE);
        bench.experiment.finish("done").join();
        assertThat(refusal(change(drop("a"))).kind()).isEqualTo(Refused.Kind.STATE);
    }

    @Test
    void aSpecThatCannotHaveTheNewNeuronSaysWhy() {
        Bench target = Bench.of("target",
                Specs.ofNeurons("target_response { target: [5, 5] }", "a", "b"));
        Experiments experiments = new Experiments(2, 1 << 30, 2, id -> {});
        experiments.reserve("target", 0);
        experiments.open(target.experiment);
        NeuronChanger changer = new NeuronChanger(experiments, () -> Instant.EPOCH);
        Refused refused = catchThrowableOfType(Refused.class, () -> changer.change(
                ChangeNeuronsRequest.newBuilder().setExperimentId("target").addAdd("c").build()));
        assertThat(refused).hasMessageContaining("objective.targetResponse.target")
                .hasMessageContaining("give one for each of the 3 neurons");
    }
}
