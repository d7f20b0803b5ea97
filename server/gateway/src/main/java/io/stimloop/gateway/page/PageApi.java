package io.stimloop.gateway.page;

import io.grpc.Status;
import io.stimloop.gateway.http.Answer;
import io.stimloop.gateway.http.Exchange;
import io.stimloop.gateway.http.Handler;
import io.stimloop.gateway.http.Request;
import io.stimloop.gateway.http.StaticFiles;
import io.stimloop.gateway.security.Access;
import io.stimloop.gateway.security.AccessRole;
import io.stimloop.gateway.security.Visitor;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Answers the requests of pages: who may, what there is, and what is to be done. */
final class PageApi implements Handler {
    private static final Logger LOG = LoggerFactory.getLogger(PageApi.class);
    private static final int MOST_WATCHERS = 128;
    private static final int MOST_WAITING = 256;
    private static final int LATEST_TRIALS = 1_000;

    private final StaticFiles files = new StaticFiles("/io/stimloop/gateway/page");
    private final Sessions sessions = new Sessions();
    private final Gallery gallery;
    private final Orders orders;
    private final Access access;
    private final ThreadPoolExecutor thread;
    private final LongSupplier nanoClock;

    /** @param thread the page's one */
    PageApi(Gallery gallery, Orders orders, Access access, ThreadPoolExecutor thread,
            LongSupplier nanoClock) {
        this.gallery = gallery;
        this.orders = orders;
        this.access = access;
        this.thread = thread;
        this.nanoClock = nanoClock;
    }

    @Override
    public void handle(Request request, Exchange exchange) {
        if (!request.path().startsWith("/api/")) {
            file(request, exchange);
            return;
        }
        Visitor visitor = access.visitor(request.header("Authorization").orElse(null));
        List<String> path = Arrays.asList(request.path().substring(1).split("/", -1));
        if (request.method().equals("POST")) {
            command(request, path, visitor, exchange);
        } else if (!request.method().equals("GET")) {
            exchange.send(Faults.of(405, "only GET and POST"));
        } else if (!visitor.mayLook()) {
            exchange.send(
                    Faults.of(403, "not permitted; show a token of whoever keeps the server's access file"));
        } else {
            look(request, path, visitor, exchange);
        }
    }

    private void file(Request request, Exchange exchange) {
        if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
            exchange.send(Answer.text(405, "only GET"));
        } else {
            exchange.send(files.find(request)
                    .orElseGet(() -> Answer.text(404, "there is no such page; the operator's page is at /")));
        }
    }

    private void look(Request request, List<String> path, Visitor visitor, Exchange exchange) {
        if (path.size() == 2 && path.get(1).equals("session")) {
            exchange.send(session(visitor));
        } else if (!path.get(1).equals("experiments") || path.size() > 4
                || (path.size() == 4 && !path.get(3).equals("events"))) {
            exchange.send(Faults.of(404, "there is no such thing; see /api/experiments"));
        } else {
            onThread(exchange, () -> {
                if (path.size() == 2) {
                    reply(exchange, gallery.overview().thenApply(all -> Answer.json(200, Json.bytes(all))));
                } else {
                    experiment(request, path, visitor, exchange);
                }
            });
        }
    }

    private Answer session(Visitor visitor) {
        String role = visitor.roles().stream().map(AccessRole::name)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .findFirst().orElse("none");
        return Answer.json(200, Json.bytes(
                Map.of("token", sessions.begin(visitor.identity()), "role", role, "name",
                        visitor.identity())));
    }

    private void onThread(Exchange exchange, Runnable task) {
        if (thread.getQueue().size() > MOST_WAITING) {
            exchange.send(Faults.of(503, "too many requests wait; ask again later"));
            return;
        }
        try {
            thread.execute(() -> {
                try {
                    task.run();
                } catch (RuntimeException failure) {
                    exchange.send(failed(failure));
                }
            });
        } catch (RejectedExecutionException closing) {
            exchange.send(Faults.of(503, "the server is stopping"));
        }
    }

    private void experiment(Request request, List<String> path, Visitor visitor, Exchange exchange) {
        Optional<Exhibit> found = gallery.find(path.get(2));
        if (found.isEmpty()) {
            exchange.send(unknown(path.get(2)));
            return;
        }
        Exhibit exhibit = found.get();
        CompletableFuture<Void> ready = path.size() == 4 && exhibit.recent()
                ? CompletableFuture.completedFuture(null)
                : exhibit.freshFromNow();
        replyUnlessStreaming(exchange, ready.thenApply(there -> {
            String neuron = request.parameter("neuron").orElse("");
            int number = neuron.isEmpty() ? 0 : number(neuron, exhibit.neurons());
            if (number < 0) {
                return Optional.of(Faults.of(404, "no neuron is called " + neuron + "; there are "
                        + String.join(", ", exhibit.neurons())));
            }
            if (path.size() == 3) {
                return Optional.of(Answer.json(200, Json.bytes(whole(exhibit, number))));
            }
            return watch(request, exhibit, number, visitor, exchange);
        }));
    }

    private Answer unknown(String id) {
        List<String> ids = gallery.exhibits().stream().map(exhibit -> exhibit.experiment().id()).toList();
        return Faults.of(404, "no experiment has the id \"" + id + "\"; "
                + (ids.isEmpty() ? "there is none yet" : "there are " + String.join(", ", ids)));
    }

    /** By name, or counted from 0; negative where there is none. */
    private static int number(String neuron, List<String> names) {
        int named = names.indexOf(neuron);
        if (named >= 0) {
            return named;
        }
        int number = neuron.matches("[0-9]{1,6}") ? Integer.parseInt(neuron) : -1;
        return number < names.size() ? number : -1;
    }

    private static State.Whole whole(Exhibit exhibit, int neuron) {
        TrialHistory history = exhibit.chronicle().history();
        return new State.Whole(exhibit.fixed(), exhibit.state(neuron),
                history.after(history.beforeLatest(LATEST_TRIALS), exhibit.through(), LATEST_TRIALS),
                exhibit.chronicle().log().after(0));
    }

    private Optional<Answer> watch(Request request, Exhibit exhibit, int neuron, Visitor visitor,
            Exchange exchange) {
        long after;
        try {
            after = Long.parseLong(
                    request.header("Last-Event-ID").or(() -> request.parameter("after")).orElse("0"));
        } catch (NumberFormatException wrong) {
            return Optional.of(Faults.of(400, "after: must be the number of a trial"));
        }
        if (gallery.watchers() >= MOST_WATCHERS) {
            return Optional.of(Faults.of(503, MOST_WATCHERS + " pages watch already; close one"));
        }
        exhibit.watch(new Watcher(exchange.stream(), visitor, neuron, after, nanoClock.getAsLong()));
        return Optional.empty();
    }

    private void command(Request request, List<String> path, Visitor visitor, Exchange exchange) {
        if (!sessions.knows(request.header("X-Stimloop-Token"), visitor.identity())) {
            exchange.send(Faults.of(403, "the token of the page is not known here; load the page anew"));
            return;
        }
        try {
            JsonNode said = Orders.said(request);
            if (path.equals(List.of("api", "stop"))) {
                reply(exchange,
                        orders.stop(request, "", said).thenApply(done -> Answer.json(200, Json.bytes(done))));
            } else if (path.size() == 4 && path.get(1).equals("experiments") && !path.get(2).isEmpty()
                    && Orders.OF_EXPERIMENTS.contains(path.get(3))) {
                command(request, path.get(2), path.get(3), said, exchange);
            } else {
                exchange.send(Faults.of(404, "there is no such command; there are "
                        + Orders.OF_EXPERIMENTS.stream().sorted().toList() + " of /api/experiments/{id}"));
            }
        } catch (IllegalArgumentException wrong) {
            exchange.send(Faults.of(400, String.valueOf(wrong.getMessage())));
        }
    }

    private void command(Request request, String id, String order, JsonNode said, Exchange exchange) {
        if (order.equals("stop")) {
            reply(exchange,
                    orders.stop(request, id, said).thenApply(done -> Answer.json(200, Json.bytes(done))));
            return;
        }
        reply(exchange, orders.experiment(request, id, order, said)
                .thenComposeAsync(done -> gallery.find(id).map(Exhibit::freshFromNow)
                        .orElseGet(() -> CompletableFuture.completedFuture(null)), thread)
                .thenApplyAsync(fresh -> gallery.find(id)
                        .map(exhibit -> Answer.json(200, Json.bytes(Map.of("state", exhibit.state(0)))))
                        .orElseGet(() -> unknown(id)), thread));
    }

    private static void reply(Exchange exchange, CompletableFuture<Answer> answer) {
        replyUnlessStreaming(exchange, answer.thenApply(Optional::of));
    }

    private static void replyUnlessStreaming(Exchange exchange, CompletableFuture<Optional<Answer>> answer) {
        var _ = answer.whenComplete((value, failure) -> {
            if (failure != null) {
                exchange.send(failed(failure));
            } else {
                value.ifPresent(exchange::send);
            }
        });
    }

    private static Answer failed(Throwable failure) {
        Throwable cause = failure instanceof CompletionException && failure.getCause() != null
                ? failure.getCause()
                : failure;
        if (cause instanceof io.grpc.StatusRuntimeException refused) {
            return Faults.of(refused.getStatus());
        }
        if (cause instanceof RejectedExecutionException) {
            return Faults.of(
                    Status.UNAVAILABLE.withDescription("the server is busy or stopping; ask again later"));
        }
        LOG.error("internal error while answering a page", cause);
        return Faults.of(500, "internal error; the server's log has the details");
    }
}
