package io.stimloop.gateway.security;

import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.stimloop.gateway.audit.AuditEvent;
import io.stimloop.gateway.audit.AuditTrail;
import java.util.Optional;

/**
 * Asks of every call of every service whether this caller may make it, when it begins and at every message, and
 * tells the audit trail. All reasons for a refusal sound the same to the caller.
 */
public final class AccessInterceptor implements ServerInterceptor {
    static final Status DENIED = Status.PERMISSION_DENIED
            .withDescription("not permitted; ask whoever keeps the server's access file");
    private static final Status NOT_KEPT = Status.UNAVAILABLE
            .withDescription("the audit trail cannot be written; the server's log says why");

    private final Access access;
    private final Optional<AuditTrail> trail;

    /**
     * Makes an interceptor.
     *
     * @param trail told of what it must keep; empty: nothing is kept
     */
    public AccessInterceptor(Access access, Optional<AuditTrail> trail) {
        this.access = access;
        this.trail = trail;
    }

    @Override
    public <Q, R> ServerCall.Listener<Q> interceptCall(ServerCall<Q, R> call, Metadata headers,
            ServerCallHandler<Q, R> next) {
        MethodRules.Rule rule = MethodRules.of(call.getMethodDescriptor().getFullMethodName());
        Caller caller = access.caller(call.getAttributes(), headers);
        if (!rule.permits(caller.principal().roles())) {
            refused(call, caller);
            return closed(call, DENIED);
        }
        if (rule.audit() == MethodRules.Audit.ALWAYS && trail.isPresent() && !trail.get().ready()) {
            return closed(call, NOT_KEPT);
        }
        if (access.open() && (rule.audit() == MethodRules.Audit.NOTHING || trail.isEmpty())) {
            return next.startCall(call, headers);
        }
        return new GuardedCall<>(this, call, caller, rule).start(next, headers);
    }

    private static <Q, R> ServerCall.Listener<Q> closed(ServerCall<Q, R> call, Status status) {
        call.close(status, new Metadata());
        return new ServerCall.Listener<>() {};
    }

    /** Keeps a refused attempt. */
    void refused(ServerCall<?, ?> call, Caller caller) {
        trail.ifPresent(kept -> kept.addRefused(event(call, caller, "", Status.Code.PERMISSION_DENIED, "")));
    }

    /** Keeps a call that was answered. */
    void answered(ServerCall<?, ?> call, Caller caller, String experiment, Status.Code code, String detail) {
        trail.ifPresent(kept -> {
            var _ = kept.add(event(call, caller, experiment, code, detail));
        });
    }

    private static AuditEvent event(ServerCall<?, ?> call, Caller caller, String experiment, Status.Code code,
            String detail) {
        return new AuditEvent(String.valueOf(call.getMethodDescriptor().getBareMethodName()),
                caller.principal().identity(),
                String.valueOf(call.getAttributes().get(Grpc.TRANSPORT_ATTR_REMOTE_ADDR)), experiment,
                code.toString(), detail);
    }
}
