package io.stimloop.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

/** Fails when an arrow between packages runs the wrong way. */
@AnalyzeClasses(packages = "io.stimloop", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
    @ArchTest
    static final ArchRule WHO_MAY_KNOW_WHOM = layeredArchitecture().consideringOnlyDependenciesInLayers()
            .layer("proto").definedBy("io.stimloop.v1..").layer("numerics")
            .definedBy("io.stimloop.numerics..")
            .layer("inference").definedBy("io.stimloop.inference..").layer("planning")
            .definedBy("io.stimloop.planning..").layer("control").definedBy("io.stimloop.control..")
            .layer("gateway").definedBy("io.stimloop.gateway..").layer("client")
            .definedBy("io.stimloop.rig.client..").layer("neurons").definedBy("io.stimloop.rig.neurons..")
            .layer("guard").definedBy("io.stimloop.rig.guard..").layer("conformance")
            .definedBy("io.stimloop.rig.conformance..")
            .whereLayer("gateway").mayNotBeAccessedByAnyLayer().whereLayer("control")
            .mayOnlyBeAccessedByLayers("gateway").whereLayer("planning")
            .mayOnlyBeAccessedByLayers("control", "gateway").whereLayer("inference")
            .mayOnlyBeAccessedByLayers("planning", "control", "gateway").whereLayer("numerics")
            .mayOnlyBeAccessedByLayers("inference", "planning", "control").whereLayer("proto")
            .mayOnlyBeAccessedByLayers("control", "gateway", "client", "conformance").whereLayer("client")
            .mayOnlyBeAccessedByLayers("gateway").whereLayer("neurons").mayOnlyBeAccessedByLayers("gateway")
            .whereLayer("guard")
            .mayOnlyBeAccessedByLayers("client").whereLayer("conformance")
            .mayOnlyBeAccessedByLayers("gateway");

    /** So that nothing that hangs or is wrong elsewhere keeps an output on. */
    @ArchTest
    static final ArchRule THE_GUARD_OF_AN_OUTPUT_IS_PLAIN_JAVA = noClasses().that()
            .resideInAPackage("io.stimloop.rig.guard..").should().dependOnClassesThat()
            .resideInAnyPackage("com.google..", "io.grpc..", "io.netty..", "io.stimloop.v1..",
                    "io.stimloop.control..", "io.stimloop.gateway..", "io.stimloop.rig.client..", "java.io..",
                    "java.net..", "java.nio..");

    @ArchTest
    static final ArchRule THE_CORE_KNOWS_NO_WIRE_NO_FILES_AND_NO_CLOCKS = noClasses().that()
            .resideInAnyPackage("io.stimloop.numerics..", "io.stimloop.inference..", "io.stimloop.planning..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.google.protobuf..", "io.grpc..", "java.io..", "java.nio..",
                    "java.time..");

    @ArchTest
    static final ArchRule ONLY_THE_KERNELS_USE_THE_VECTOR_API = noClasses().that()
            .resideOutsideOfPackage("io.stimloop.numerics.kernel..").should().dependOnClassesThat()
            .resideInAPackage("jdk.incubator.vector..");

    @ArchTest
    static final ArchRule CONTROL_KNOWS_NO_TRANSPORT = noClasses().that()
            .resideInAPackage("io.stimloop.control..")
            .should().dependOnClassesThat().resideInAnyPackage("io.grpc..", "io.netty..", "java.net..");

    @ArchTest
    static final ArchRule THE_ENVELOPE_DEPENDS_ON_ITS_LIMITS_ALONE = classes().that()
            .resideInAPackage("io.stimloop.control.safety..").should().onlyDependOnClassesThat()
            .resideInAnyPackage("io.stimloop.control.safety..", "io.stimloop.numerics.kernel..",
                    "java.lang..",
                    "java.util", "org.jspecify..");

    @ArchTest
    static final ArchRule THE_ENVELOPE_IS_EXACT = noClasses().that()
            .resideInAPackage("io.stimloop.control.safety..").should()
            .callMethod(Math.class, "exp", double.class)
            .orShould().callMethod(Math.class, "log", double.class).orShould()
            .callMethod(Math.class, "log10", double.class).orShould()
            .callMethod(Math.class, "pow", double.class, double.class);

    @ArchTest
    static final ArchRule CLOCKS_ARE_INJECTED = noClasses().that()
            .resideInAnyPackage("io.stimloop.numerics..",
                    "io.stimloop.inference..", "io.stimloop.planning..", "io.stimloop.control..")
            .should()
            .callMethod(System.class, "nanoTime").orShould().callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule BELIEFS_ARE_THE_SAME_BITS_EVERYWHERE = noClasses().that()
            .resideInAnyPackage("io.stimloop.numerics..", "io.stimloop.inference..", "io.stimloop.planning..")
            .should()
            .callMethod(Math.class, "exp", double.class).orShould()
            .callMethod(Math.class, "log", double.class)
            .orShould().callMethod(Math.class, "pow", double.class, double.class).orShould()
            .callMethod(Math.class, "sin", double.class).orShould()
            .callMethod(Math.class, "cos", double.class)
            .orShould().callMethod(Math.class, "tan", double.class).orShould()
            .callMethod(Math.class, "log1p", double.class).orShould()
            .callMethod(Math.class, "expm1", double.class)
            .orShould().dependOnClassesThat().haveFullyQualifiedName("java.util.Random").orShould()
            .dependOnClassesThat().haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom");

    @ArchTest
    static final ArchRule TOPICS_HAVE_NO_CYCLES = SlicesRuleDefinition.slices()
            .matching("io.stimloop.(*).(*)..")
            .should().beFreeOfCycles();

    private ArchitectureTest() {}
}
