package io.stimloop.planning.lookahead;

import io.stimloop.inference.belief.Belief;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The candidates of the next trial, looked at to one depth, in an order. The work is one piece for each response to each
 * candidate; what a piece finds depends on the belief alone, and it is put together in the order of the pieces,
 * whichever thread found it when. What counts is the candidates up to the first that is not finished: so the result
 * depends on how many count and on nothing else.
 *
 * <p>A candidate that cannot beat one before it is passed over, as is one that cannot be looked at for a fault: it counts
 * as finished, without a value. The former cannot change which is best of those that count.
 */
final class Pass {
    /** Bits of a value not yet known: a NaN that {@link Double#doubleToLongBits} never gives. */
    private static final long PENDING = -1L;
    private static final double PASSED_OVER = Double.NEGATIVE_INFINITY;

    private final Outlook outlook;
    private final Belief present;
    private final Depth depth;
    private final int[] order;
    private final double[] utilities;
    private final Branches[] branches;
    private final int[] firstPiece;
    private final AtomicLongArray values;
    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicReference<@Nullable Throwable> fault = new AtomicReference<>();

    /**
     * @param present   belief; not changed
     * @param order     candidates, the most promising first
     * @param utilities of all candidates by themselves, less their costs; not modified
     * @param responses to the candidates of the order
     */
    Pass(Outlook outlook, Belief present, Depth depth, int[] order, double[] utilities,
            NextResponses responses) {
        this.outlook = outlook;
        this.present = present;
        this.depth = depth;
        this.order = order;
        this.utilities = utilities;
        this.branches = responses.to(order);
        this.firstPiece = new int[order.length + 1];
        for (int place = 0; place < order.length; place++) {
            firstPiece[place + 1] = firstPiece[place] + branches[place].count();
        }
        this.values = new AtomicLongArray(firstPiece[order.length]);
        for (int piece = 0; piece < values.length(); piece++) {
            values.setPlain(piece, PENDING);
        }
    }

    /** Takes the next piece and works on it; false when none is left. */
    boolean doNext(Explorer explorer) {
        int piece = taken.getAndIncrement();
        if (piece >= values.length()) {
            return false;
        }
        int place = placeOf(piece);
        double value = hopeless(place) ? PASSED_OVER : value(place, piece, explorer);
        if (!Double.isNaN(value)) {
            values.setRelease(piece, Double.doubleToLongBits(value));
        }
        return true;
    }

    private int placeOf(int piece) {
        int found = Arrays.binarySearch(firstPiece, piece);
        return found >= 0 ? found : -found - 2;
    }

    private double value(int place, int piece, Explorer explorer) {
        try {
            return explorer.after(present, order[place],
                    branches[place].response(piece - firstPiece[place]), depth.steps() - 1, depth.width());
        } catch (Throwable thrown) {
            fault.compareAndSet(null, thrown);
            return PASSED_OVER;
        }
    }

    /** Whether a candidate cannot beat one before it in the order, by what is known now. */
    private boolean hopeless(int place) {
        double each = outlook.ceiling().ahead(depth.steps() - 1);
        double all = outlook.ceiling().ahead(present, depth.steps() - 1);
        if (Math.min(each, all) == Double.POSITIVE_INFINITY) {
            return false;
        }
        double best = PASSED_OVER;
        for (int before = 0; before < place; before++) {
            best = Math.max(best, finished(before) ? value(before) : PASSED_OVER);
        }
        return Ceiling.hopeless(utilities[order[place]] + Math.min(all, future(place, each)), best);
    }

    /** Whether all of a candidate's pieces are done. */
    boolean finished(int place) {
        for (int piece = firstPiece[place]; piece < firstPiece[place + 1]; piece++) {
            if (values.getAcquire(piece) == PENDING) {
                return false;
            }
        }
        return true;
    }

    /** The candidates that count: those before the first that is not finished. */
    int counted() {
        int place = 0;
        while (place < order.length && finished(place)) {
            place++;
        }
        return place;
    }

    /** Of a finished candidate: what it and the trials after it bring; minus infinity when it was passed over. */
    double value(int place) {
        return utilities[order[place]] + future(place, Double.NaN);
    }

    /** @param pending what a piece counts that is not done */
    private double future(int place, double pending) {
        double sum = 0;
        for (int piece = firstPiece[place]; piece < firstPiece[place + 1]; piece++) {
            long bits = values.getAcquire(piece);
            sum += branches[place].weight(piece - firstPiece[place])
                    * (bits == PENDING ? pending : Double.longBitsToDouble(bits));
        }
        return sum;
    }

    int candidate(int place) {
        return order[place];
    }

    int size() {
        return order.length;
    }

    /** What went wrong first. */
    Optional<Throwable> fault() {
        return Optional.ofNullable(fault.get());
    }
}
