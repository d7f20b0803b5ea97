package io.stimloop.studies;

import com.google.protobuf.Descriptors.FieldDescriptor;
import io.stimloop.control.spec.Wording;
import io.stimloop.v1.BalancedPlanner;
import io.stimloop.v1.ExperimentSpec;
import io.stimloop.v1.Objective;
import io.stimloop.v1.Planner;
import io.stimloop.v1.RandomPlanner;
import io.stimloop.v1.SearchPlanner;
import io.stimloop.v1.SobolPlanner;
import io.stimloop.v1.ThompsonPlanner;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The planners that a study compares, by name: each makes a spec of its own from the one studied. */
final class StudyPlanners {
    private static final List<String> DESIGNS = List.of("spec", "random", "iid", "balanced", "sobol",
            "staircase",
            "thompson", "search");
    private static final Pattern LOOKAHEAD = Pattern.compile("lookahead:([2-8])");

    private StudyPlanners() {}

    /** Every name there is. */
    static List<String> names() {
        List<String> names = new ArrayList<>(DESIGNS);
        names.add("lookahead:3");
        kinds().forEach(kind -> names.add(kind.getJsonName()));
        return names;
    }

    /**
     * The spec with another planner.
     *
     * @throws IllegalArgumentException for a name that is none of {@link #names()}
     */
    static ExperimentSpec with(String name, ExperimentSpec spec) {
        Matcher lookahead = LOOKAHEAD.matcher(name);
        if (lookahead.matches()) {
            return ahead(spec, Integer.parseInt(lookahead.group(1)));
        }
        Planner.Builder planner = spec.getPlanner().toBuilder();
        return switch (name) {
            case "spec" -> spec;
            case "search" -> oneStep(spec);
            case "random", "iid" -> designed(planner.setRandom(RandomPlanner.getDefaultInstance()), spec);
            case "balanced" -> designed(planner.setBalanced(BalancedPlanner.getDefaultInstance()), spec);
            case "sobol" -> designed(planner.setSobol(SobolPlanner.getDefaultInstance()), spec);
            // What the spec says of its own staircase is kept.
            case "staircase" -> designed(planner.setStaircase(spec.getPlanner().getStaircase()), spec);
            case "thompson" ->
                spec.toBuilder().setPlanner(planner.setThompson(ThompsonPlanner.getDefaultInstance()))
                        .build();
            default -> searching(kind(name), spec);
        };
    }

    /** Of the candidates only. */
    private static ExperimentSpec oneStep(ExperimentSpec spec) {
        return searching(spec,
                spec.getPlanner().getSearch().toBuilder().clearLookahead().clearAllPatterns());
    }

    /** Over as many candidates and responses as the spec says, where it says so. */
    private static ExperimentSpec ahead(ExperimentSpec spec, int steps) {
        SearchPlanner.Builder search = spec.getPlanner().getSearch().toBuilder().clearWholeBall()
                .clearAllPatterns();
        search.getLookaheadBuilder().setSteps(steps);
        return searching(spec, search);
    }

    private static ExperimentSpec searching(ExperimentSpec spec, SearchPlanner.Builder search) {
        return spec.toBuilder().setPlanner(spec.getPlanner().toBuilder().setSearch(search)).build();
    }

    /** A planner that does not ask what is believed needs no check of the model. */
    private static ExperimentSpec designed(Planner.Builder planner, ExperimentSpec spec) {
        return spec.toBuilder().clearModelCheck().setPlanner(planner).build();
    }

    /** What the spec says of the objective and of the search is kept; another objective is the plain one. */
    private static ExperimentSpec searching(FieldDescriptor kind, ExperimentSpec spec) {
        ExperimentSpec.Builder changed = spec.toBuilder();
        Objective.Builder objective = changed.getObjectiveBuilder();
        if (!objective.hasField(kind)) {
            objective.setField(kind, objective.newBuilderForField(kind).build());
        }
        if (!changed.getPlanner().hasSearch()) {
            changed.getPlannerBuilder().setSearch(SearchPlanner.getDefaultInstance());
        }
        if (!kind.getJsonName().equals("infomax")) {
            changed.getPlannerBuilder().getSearchBuilder().clearWholeBall();
        }
        return changed.build();
    }

    private static FieldDescriptor kind(String name) {
        return kinds().stream().filter(kind -> kind.getJsonName().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "--planners: " + Wording.quoted(name) + " is no planner: "
                                + Wording.suggestion(name, names())));
    }

    private static List<FieldDescriptor> kinds() {
        return Objective.getDescriptor().getOneofs().stream().filter(oneof -> oneof.getName().equals("kind"))
                .flatMap(oneof -> oneof.getFields().stream()).toList();
    }
}
