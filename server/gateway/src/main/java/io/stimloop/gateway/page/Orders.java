package io.stimloop.gateway.page;

import com.google.protobuf.util.Durations;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.stub.MetadataUtils;
import io.grpc.stub.StreamObserver;
import io.stimloop.gateway.http.Request;
import io.stimloop.gateway.security.Access;
import io.stimloop.v1.ArmExperimentRequest;
import io.stimloop.v1.DisarmExperimentRequest;
import io.stimloop.v1.EmergencyStopRequest;
import io.stimloop.v1.EmergencyStopResponse;
import io.stimloop.v1.ExperimentServiceGrpc;
import io.stimloop.v1.ExperimentServiceGrpc.ExperimentServiceStub;
import io.stimloop.v1.FinishExperimentRequest;
import io.stimloop.v1.PauseExperimentRequest;
import io.stimloop.v1.ResumeExperimentRequest;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the page has done: each order becomes the call of gRPC that it stands for, with the visitor's own credentials, so
 * that the same rules decide and the same trail is kept. Thread safe.
 */
final class Orders {
    /** Those there are for an experiment. */
    static final Set<String> OF_EXPERIMENTS = Set.of("stop", "pause", "resume", "finish", "arm", "disarm");

    private static final JsonMapper JSON = new JsonMapper();
    private static final double NANOS_PER_MS = 1e6;

    private final Channel server;

    /** @param server to the server itself, without a hop */
    Orders(Channel server) {
        this.server = server;
    }

    /** What a stop came to. */
    record Stopped(List<String> halted, List<StoppedRig> rigs) {}

    /** What one stimulator said. */
    record StoppedRig(String rig, boolean safe, String detail, double tookMs) {}

    /**
     * What an order says.
     *
     * @throws IllegalArgumentException if it is no JSON object
     */
    static JsonNode said(Request request) {
        if (request.body().length == 0) {
            return JSON.createObjectNode();
        }
        try {
            JsonNode said = JSON.readTree(request.body());
            if (said != null && said.isObject()) {
                return said;
            }
        } catch (JacksonException malformed) {
            throw new IllegalArgumentException("the body is no JSON: " + malformed.getOriginalMessage(),
                    malformed);
        }
        throw new IllegalArgumentException("the body must be a JSON object");
    }

    /** Stops one experiment, or all where the id is empty. */
    CompletableFuture<Stopped> stop(Request request, String id, JsonNode said) {
        Reply<EmergencyStopResponse> reply = new Reply<>();
        stub(request).emergencyStop(
                EmergencyStopRequest.newBuilder().setExperimentId(id).setReason(text(said, "reason")).build(),
                reply);
        return reply.answer.thenApply(answer -> new Stopped(List.copyOf(answer.getExperimentIdsList()),
                answer.getRigsList().stream().map(rig -> new StoppedRig(rig.getRigId(), rig.getSafe(),
                        rig.getDetail(), Durations.toNanos(rig.getTook()) / NANOS_PER_MS)).toList()));
    }

    /** Has something other than a stop done to an experiment. */
    CompletableFuture<io.stimloop.v1.Experiment> experiment(Request request, String id, String order,
            JsonNode said) {
        Reply<io.stimloop.v1.Experiment> reply = new Reply<>();
        ExperimentServiceStub stub = stub(request);
        switch (order) {
            case "pause" ->
                stub.pauseExperiment(PauseExperimentRequest.newBuilder().setExperimentId(id).build(), reply);
            case "resume" ->
                stub.resumeExperiment(ResumeExperimentRequest.newBuilder().setExperimentId(id).build(),
                        reply);
            case "finish" ->
                stub.finishExperiment(FinishExperimentRequest.newBuilder().setExperimentId(id).build(),
                        reply);
            case "disarm" -> stub.disarmExperiment(DisarmExperimentRequest.newBuilder().setExperimentId(id)
                    .setOperator(text(said, "operator")).setReason(text(said, "reason")).build(), reply);
            case "arm" -> stub.armExperiment(arming(id, said), reply);
            default -> throw new IllegalArgumentException(order + " is no order; there are "
                    + OF_EXPERIMENTS.stream().sorted().toList());
        }
        return reply.answer;
    }

    private static ArmExperimentRequest arming(String id, JsonNode said) {
        ArmExperimentRequest.Builder arm = ArmExperimentRequest.newBuilder().setExperimentId(id)
                .setOperator(text(said, "operator")).setLimitsSha256(text(said, "limitsSha256"));
        JsonNode rigs = said.path("rigIds");
        if (!rigs.isArray()) {
            throw new IllegalArgumentException("rigIds: must be a list of the rigs that were shown");
        }
        rigs.forEach(rig -> arm.addRigIds(string(rig, "rigIds")));
        return arm.build();
    }

    private static String text(JsonNode said, String field) {
        JsonNode value = said.path(field);
        return value.isMissingNode() || value.isNull() ? "" : string(value, field);
    }

    private static String string(JsonNode value, String field) {
        if (!value.isString()) {
            throw new IllegalArgumentException(field + ": must be a text");
        }
        return value.stringValue();
    }

    private ExperimentServiceStub stub(Request request) {
        Metadata headers = new Metadata();
        request.header("Authorization").filter(Orders::isPlain)
                .ifPresent(credentials -> headers.put(Access.AUTHORIZATION, credentials));
        return ExperimentServiceGrpc.newStub(ClientInterceptors.intercept(server,
                MetadataUtils.newAttachHeadersInterceptor(headers)));
    }

    /** A header of gRPC holds nothing else. */
    private static boolean isPlain(String value) {
        return value.chars().allMatch(c -> c >= ' ' && c <= '~');
    }

    private static final class Reply<T> implements StreamObserver<T> {
        private final CompletableFuture<T> answer = new CompletableFuture<>();

        @Override
        public void onNext(T value) {
            answer.complete(value);
        }

        @Override
        public void onError(Throwable failure) {
            answer.completeExceptionally(Status.fromThrowable(failure).asRuntimeException());
        }

        @Override
        public void onCompleted() {
            answer.completeExceptionally(Status.INTERNAL.withDescription("no answer").asRuntimeException());
        }
    }
}
