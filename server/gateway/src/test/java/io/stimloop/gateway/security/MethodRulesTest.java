package io.stimloop.gateway.security;

import static io.stimloop.gateway.security.AccessRole.ADMIN;
import static io.stimloop.gateway.security.AccessRole.OPERATOR;
import static io.stimloop.gateway.security.AccessRole.RIG;
import static io.stimloop.gateway.security.AccessRole.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.MethodDescriptor;
import io.stimloop.gateway.ServiceMethods;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MethodRulesTest {
    @Test
    void everyMethodOfEveryServiceHasARuleAndEveryRuleAMethod() {
        assertThat(ServiceMethods.all().stream().map(MethodDescriptor::getFullMethodName))
                .as("who may call a new method is said in MethodRules")
                .containsExactlyInAnyOrderElementsOf(MethodRules.methods());
    }

    @Test
    void whatIsInNoTableMayBeCalledByNobody() {
        assertThat(MethodRules.of("stimloop.v1.ExperimentService/Detonate")
                .permits(EnumSet.allOf(AccessRole.class)))
                .isFalse();
    }

    /** Admins change and end what others began; making commands go is an operator's. */
    @Test
    void onlyAnOperatorMakesCommandsGo() {
        for (String method : new String[]{"CreateExperiment", "CreateExperimentInParts",
                "ResumeExperiment"}) {
            assertThat(holders("stimloop.v1.ExperimentService/" + method)).as(method)
                    .containsExactly(OPERATOR);
        }
    }

    @Test
    void aViewerChangesNothing() {
        ServiceMethods.all().stream().map(MethodDescriptor::getFullMethodName)
                .filter(method -> MethodRules.of(method).audit() != MethodRules.Audit.NOTHING)
                .forEach(method -> assertThat(holders(method)).as(method).doesNotContain(VIEWER));
    }

    @Test
    void onlyARigJoinsAndWhoeverTakesPartStops() {
        assertThat(holders("stimloop.v1.RigService/Connect")).containsExactly(RIG);
        assertThat(holders("stimloop.v1.ExperimentService/EmergencyStop")).containsExactlyInAnyOrder(RIG,
                OPERATOR, ADMIN);
    }

    private static Set<AccessRole> holders(String method) {
        Set<AccessRole> holders = EnumSet.noneOf(AccessRole.class);
        for (AccessRole role : AccessRole.values()) {
            if (MethodRules.of(method).permits(Set.of(role))) {
                holders.add(role);
            }
        }
        return holders;
    }
}
