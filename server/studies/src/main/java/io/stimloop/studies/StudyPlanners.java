package io.stimloop.studies;

import com.google.protobuf.Descriptors.FieldDescriptor;
import io.stimloop.control.spec.Wording;
import io.stimloop.v1.BalancedPlanner;
import io.stimloop.v1.ExperimentSpec;
import io.stimloop.v1.Objective;
import io.stimloop.v1.RandomPlanner;
import io.stimloop.v1.SearchPlanner;
import java.util.ArrayList;
import java.util.List;

/** The planners that a study compares, by name: each makes a spec of its own from the one studied. */
final class StudyPlanners {
    private static final List<String> DESIGNS = List.of("spec", "random", "iid", "balanced");

    private StudyPlanners() {}

    /** Every name there is. */
    static List<String> names() {
        List<String> names = new ArrayList<>(DESIGNS);
        kinds().forEach(kind -> names.add(kind.getJsonName()));
        return names;
    }

    /**
     * The spec with another planner.
     *
     * @throws IllegalArgumentException for a name that is none of {@link #names()}
     */
    static ExperimentSpec with(String name, ExperimentSpec spec) {
        return switch (name) {
            case "spec" -> spec;
            case "random", "iid" -> spec.toBuilder().clearModelCheck()
                    .setPlanner(spec.getPlanner().toBuilder().setRandom(RandomPlanner.getDefaultInstance()))
                    .build();
            case "balanced" -> spec.toBuilder().clearModelCheck().setPlanner(
                    spec.getPlanner().toBuilder().setBalanced(BalancedPlanner.getDefaultInstance())).build();
            default -> searching(kind(name), spec);
        };
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
