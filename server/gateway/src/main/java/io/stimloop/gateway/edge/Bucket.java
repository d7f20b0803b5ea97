package io.stimloop.gateway.edge;

import java.util.concurrent.TimeUnit;

/** So many at once, then so many a second. Not thread safe. */
final class Bucket {
    private final double most;
    private final double perSecond;
    private double left;
    private long filledNanos;

    Bucket(double most, double perSecond, long nowNanos) {
        this.most = most;
        this.perSecond = perSecond;
        left = most;
        filledNanos = nowNanos;
    }

    /** Takes one, if there is one. */
    boolean take(long nowNanos) {
        left = filled(nowNanos);
        filledNanos = nowNanos;
        if (left < 1) {
            return false;
        }
        left--;
        return true;
    }

    /** Gives some back. */
    void earn(double some) {
        left = Math.min(most, left + some);
    }

    /** Whether nothing was taken for so long that it is full again. */
    boolean full(long nowNanos) {
        return filled(nowNanos) >= most;
    }

    private double filled(long nowNanos) {
        double seconds = (double) (nowNanos - filledNanos) / TimeUnit.SECONDS.toNanos(1);
        return Math.min(most, left + seconds * perSecond);
    }
}
