package io.stimloop.gateway.security;

import static io.stimloop.gateway.security.AccessRole.ADMIN;
import static io.stimloop.gateway.security.AccessRole.OPERATOR;
import static io.stimloop.gateway.security.AccessRole.RIG;
import static io.stimloop.gateway.security.AccessRole.VIEWER;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Which roles may call which method, and which calls the audit trail keeps. A method that is not here may be
 * called by nobody.
 */
final class MethodRules {
    /** What the audit trail keeps of a method's calls. Refused attempts are kept of every method. */
    enum Audit {
        /** Nothing. */
        NOTHING,
        /** Each call; one that makes things safer is done even if it cannot be kept. */
        IF_POSSIBLE,
        /** Each call; one that cannot be kept is refused. */
        ALWAYS
    }

    /**
     * The rule of one method.
     *
     * @param roles  any of them is enough
     * @param anyone whether even one without a role may call it
     * @param audit  what is kept of the calls
     */
    record Rule(Set<AccessRole> roles, boolean anyone, Audit audit) {
        Rule {
            roles = Set.copyOf(roles);
        }

        /** Whether one with these roles may call it. */
        boolean permits(Set<AccessRole> held) {
            return anyone || held.stream().anyMatch(roles::contains);
        }
    }

    /** The rule of what is in no table. */
    static final Rule NOBODY = new Rule(Set.of(), false, Audit.NOTHING);

    private static final Map<String, Rule> RULES = new HashMap<>();

    static {
        String rig = "stimloop.v1.RigService/";
        allow(Audit.NOTHING, rig, "Connect", RIG);

        String experiments = "stimloop.v1.ExperimentService/";
        for (String look : new String[]{"ValidateSpec", "GetExperiment", "ListExperiments", "GetBelief",
                "GetBeliefSnapshot", "ScoreStimuli", "WatchExperiment"}) {
            allow(Audit.NOTHING, experiments, look, RIG, OPERATOR, VIEWER, ADMIN);
        }
        for (String create : new String[]{"CreateExperiment", "CreateExperimentInParts",
                "ResumeExperiment", "ArmExperiment"}) {
            allow(Audit.ALWAYS, experiments, create, OPERATOR);
        }
        allow(Audit.ALWAYS, experiments, "ChangeNeurons", OPERATOR, ADMIN);
        for (String end : new String[]{"PauseExperiment", "FinishExperiment", "DisarmExperiment"}) {
            allow(Audit.IF_POSSIBLE, experiments, end, OPERATOR, ADMIN);
        }
        // Whoever takes part may stop; a viewer's token lies about in too many places for that.
        allow(Audit.IF_POSSIBLE, experiments, "EmergencyStop", RIG, OPERATOR, ADMIN);
        allow(Audit.IF_POSSIBLE, "stimloop.v1.SafetyService/", "EmergencyStop", RIG, OPERATOR, ADMIN);

        for (String health : new String[]{"Check", "Watch"}) {
            RULES.put("grpc.health.v1.Health/" + health, new Rule(Set.of(), true, Audit.NOTHING));
        }
        allow(Audit.NOTHING, "grpc.reflection.v1.ServerReflection/", "ServerReflectionInfo", RIG, OPERATOR,
                VIEWER,
                ADMIN);
    }

    private MethodRules() {}

    private static void allow(Audit audit, String service, String method, AccessRole first,
            AccessRole... more) {
        RULES.put(service + method, new Rule(EnumSet.of(first, more), false, audit));
    }

    /**
     * The rule of a method.
     *
     * @param method its full name, as {@code stimloop.v1.RigService/Connect}
     */
    static Rule of(String method) {
        return RULES.getOrDefault(method, NOBODY);
    }

    /** The methods that have a rule, by their full names. */
    static Set<String> methods() {
        return Set.copyOf(RULES.keySet());
    }
}
