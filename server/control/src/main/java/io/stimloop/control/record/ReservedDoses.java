package io.stimloop.control.record;

import com.google.protobuf.ByteString;
import io.stimloop.control.safety.DoseReserve;
import io.stimloop.v1.JournalRecord;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Doses that are recorded as spent in a journal, each granted when its record survives power loss. Asked by the
 * experiment's writer, granted by the journal's thread.
 */
final class ReservedDoses {
    private static final int BYTES = Integer.BYTES + Double.BYTES;

    private final List<Double> before;
    private final ToLongFunction<JournalRecord.Builder> journal;
    private final Queue<Asked> asked = new ArrayDeque<>();
    private AtomicLongArray granted = new AtomicLongArray(0);
    private boolean kept;

    private record Asked(int site, double upTo, long record) {}

    /**
     * @param before  what was granted in earlier lives of the experiment, by site
     * @param journal takes a record and returns its number; 0 where there is no journal yet
     */
    ReservedDoses(List<Double> before, ToLongFunction<JournalRecord.Builder> journal) {
        this.before = before;
        this.journal = journal;
    }

    /** What a record says, up to which dose of which site. */
    static void read(JournalRecord.DoseReserved record, double[] grantedBySite) {
        ByteBuffer bytes = record.getReservation().asReadOnlyByteBuffer();
        int site = bytes.getInt();
        if (site >= 0 && site < grantedBySite.length) {
            grantedBySite[site] = Math.max(grantedBySite[site], bytes.getDouble());
        }
    }

    synchronized DoseReserve forSites(int sites) {
        AtomicLongArray now = new AtomicLongArray(sites);
        for (int site = 0; site < sites; site++) {
            now.set(site, Double.doubleToRawLongBits(site < before.size() ? before.get(site) : 0));
        }
        granted = now;
        return new DoseReserve() {
            @Override
            public void ask(int site, double upToPicojoules) {
                ReservedDoses.this.ask(site, upToPicojoules);
            }

            @Override
            public double grantedPicojoules(int site) {
                return Double.longBitsToDouble(now.get(site));
            }
        };
    }

    private synchronized void ask(int site, double upTo) {
        asked.add(new Asked(site, upTo, kept ? append(site, upTo) : Long.MAX_VALUE));
    }

    private long append(int site, double upTo) {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES).putInt(site).putDouble(upTo).flip();
        long number = journal.applyAsLong(JournalRecord.newBuilder().setDoseReserved(
                JournalRecord.DoseReserved.newBuilder().setReservation(ByteString.copyFrom(bytes))));
        return number == 0 ? Long.MAX_VALUE : number;
    }

    /** There is a journal now: what was asked before goes into it. */
    synchronized void askAgain() {
        kept = true;
        List<Asked> early = List.copyOf(asked);
        asked.clear();
        early.forEach(one -> ask(one.site(), one.upTo()));
    }

    /** All records up to this number survive power loss. */
    synchronized void durableThrough(long number) {
        for (@Nullable
        Asked next = asked.peek(); next != null && next.record() <= number; next = asked.peek()) {
            granted.set(next.site(), Double.doubleToRawLongBits(next.upTo()));
            asked.remove();
        }
    }
}
