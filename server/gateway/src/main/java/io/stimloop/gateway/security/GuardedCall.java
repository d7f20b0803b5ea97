package io.stimloop.gateway.security;

import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.Status;
import java.util.concurrent.atomic.AtomicBoolean;

/** A call that goes on only as long as its caller may make it, and is kept when it ends. */
final class GuardedCall<Q, R> extends SimpleForwardingServerCall<Q, R> {
    private final AccessInterceptor interceptor;
    private final Caller caller;
    private final MethodRules.Rule rule;
    private final CallSummary summary = new CallSummary();
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile boolean denied;

    GuardedCall(AccessInterceptor interceptor, ServerCall<Q, R> call, Caller caller, MethodRules.Rule rule) {
        super(call);
        this.interceptor = interceptor;
        this.caller = caller;
        this.rule = rule;
    }

    ServerCall.Listener<Q> start(ServerCallHandler<Q, R> next, Metadata headers) {
        return new GuardedListener(next.startCall(this, headers));
    }

    @Override
    public void sendMessage(R message) {
        if (!denied && permitted()) {
            if (rule.audit() != MethodRules.Audit.NOTHING) {
                summary.answer(message);
            }
            super.sendMessage(message);
        }
    }

    @Override
    public void close(Status status, Metadata trailers) {
        if (closed.compareAndSet(false, true)) {
            if (rule.audit() != MethodRules.Audit.NOTHING && !denied) {
                interceptor.answered(delegate(), caller, summary.experiment(), status.getCode(),
                        summary.detail());
            }
            super.close(status, trailers);
        }
    }

    private boolean permitted() {
        if (!rule.permits(caller.principal().roles())) {
            deny();
            return false;
        }
        return true;
    }

    private void deny() {
        denied = true;
        interceptor.refused(delegate(), caller);
        close(AccessInterceptor.DENIED, new Metadata());
    }

    private final class GuardedListener extends SimpleForwardingServerCallListener<Q> {
        private boolean told;

        GuardedListener(ServerCall.Listener<Q> listener) {
            super(listener);
        }

        @Override
        public void onMessage(Q message) {
            if (denied || !permitted()) {
                tell();
                return;
            }
            if (!JoiningRig.mayBe(caller.principal(), message)) {
                deny();
                tell();
                return;
            }
            if (rule.audit() != MethodRules.Audit.NOTHING) {
                summary.request(message);
            }
            super.onMessage(message);
        }

        /** To whoever handles the call, one that is denied is one that its caller gave up. */
        private void tell() {
            if (!told) {
                told = true;
                super.onCancel();
            }
        }

        @Override
        public void onHalfClose() {
            if (!denied) {
                super.onHalfClose();
            }
        }

        @Override
        public void onCancel() {
            tell();
        }

        @Override
        public void onComplete() {
            if (denied) {
                tell();
            } else {
                super.onComplete();
            }
        }
    }
}
