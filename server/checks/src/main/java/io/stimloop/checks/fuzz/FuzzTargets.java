package io.stimloop.checks.fuzz;

import com.google.protobuf.InvalidProtocolBufferException;
import io.stimloop.control.spec.LimitsResolver;
import io.stimloop.control.spec.OperatorLimits;
import io.stimloop.control.spec.SpecResolver;
import io.stimloop.gateway.audit.AuditCheck;
import io.stimloop.gateway.config.ExperimentFile;
import io.stimloop.gateway.config.LimitsFile;
import io.stimloop.gateway.security.Access;
import io.stimloop.v1.ExperimentSpec;
import io.stimloop.v1.SafetyLimits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;

/** The ways in that need no server. */
final class FuzzTargets {
    private static final long MEMORY_BYTES = 5_000_000L;
    private static final String ACCESS = """
            - {identity: ann, roles: [operator]}
            - {identity: display, roles: [viewer, rig], token_sha256: %s, expires: "2027-01-31T12:00:00Z"}
            """.formatted("ab".repeat(32));
    private static final String AUDIT = "{\"n\":1,\"time\":\"2027-01-31T12:00:00Z\",\"action\":\"x\",\"prev\":\""
            + "0".repeat(64) + "\",\"hash\":\"" + "0".repeat(64) + "\"}\n";

    private FuzzTargets() {}

    /** A target that is a name and a function. */
    private record Named(String name, int share, Sending sending) implements FuzzTarget {
        @Override
        public void send(SplittableRandom random) throws Exception {
            sending.send(random);
        }
    }

    private interface Sending {
        void send(SplittableRandom random) throws Exception;
    }

    /** All of them. */
    static List<FuzzTarget> all(Path folder) throws IOException {
        OperatorLimits limits = LimitsFile.builtIn();
        List<ExperimentSpec> specs = Samples.specs();
        List<String> experiments = Samples.experiments();
        String limitsText = Samples.limits();
        Path file = Files.createFile(folder.resolve("input"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return List.of(new Named("specs", 1, random -> spec(specs, limits, random)),
                new Named("limits", 4, random -> limits(limits.original(), random)),
                new Named("bytes", 1, random -> bytes(specs, limits, random)),
                new Named("experiment files", 1,
                        random -> ExperimentFile.read(
                                write(file, experiments.get(random.nextInt(experiments.size())), random),
                                limits, MEMORY_BYTES)),
                new Named("limits files", 2, random -> LimitsFile.read(write(file, limitsText, random))),
                new Named("access files", 8, random -> access(write(file, ACCESS, random))),
                new Named("audit trails", 8, random -> AuditCheck.of(write(file, AUDIT, random))));
    }

    private static Path write(Path file, String text, SplittableRandom random) throws IOException {
        return Files.write(file, new TextMutator(random).mutated(text).getBytes(StandardCharsets.UTF_8));
    }

    private static void spec(List<ExperimentSpec> specs, OperatorLimits limits, SplittableRandom random) {
        var _ = SpecResolver.resolve((ExperimentSpec) new MessageMutator(random)
                .mutated(specs.get(random.nextInt(specs.size()))), limits, MEMORY_BYTES);
    }

    private static void limits(SafetyLimits limits, SplittableRandom random) {
        var _ = LimitsResolver.resolve((SafetyLimits) new MessageMutator(random).mutated(limits));
    }

    private static void bytes(List<ExperimentSpec> specs, OperatorLimits limits, SplittableRandom random) {
        byte[] bytes = specs.get(random.nextInt(specs.size())).toByteArray();
        for (int change = random.nextInt(1, 5); change > 0; change--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        try {
            var _ = SpecResolver.resolve(ExperimentSpec.parseFrom(bytes), limits, MEMORY_BYTES);
        } catch (InvalidProtocolBufferException malformed) {
            // gRPC answers this before anyone sees the message.
            return;
        }
    }

    private static void access(Path file) {
        try {
            var _ = Access.by(file, InstantSource.system());
        } catch (IOException refused) {
            // In words, as it should be.
            return;
        }
    }
}
