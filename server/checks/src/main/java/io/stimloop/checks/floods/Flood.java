package io.stimloop.checks.floods;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One hostile client at work: sends as fast as the server takes it, and connects again whenever it is cut off. */
final class Flood implements Runnable {
    private static final int CONNECT_MILLIS = 1_000;
    private static final int REST_MILLIS = 5;
    private static final int MOST_LEFT_OPEN = 2_000;

    private final FloodKind kind;
    private final int port;
    private final long untilNanos;
    private final Deque<Socket> leftOpen = new ArrayDeque<>();
    private volatile @Nullable Socket current;
    private long bytes;
    private long connections;
    private long cutOff;

    Flood(FloodKind kind, int port, long untilNanos) {
        this.kind = kind;
        this.port = port;
        this.untilNanos = untilNanos;
    }

    /** Bytes that the server's side took. */
    long bytes() {
        return bytes;
    }

    /** Connections made. */
    long connections() {
        return connections;
    }

    /** Connections that the server closed, or did not take. */
    long cutOff() {
        return cutOff;
    }

    @Override
    public void run() {
        while (!over()) {
            connect();
            rest();
        }
        leftOpen.forEach(Flood::close);
    }

    /** Ends a write that a server which does not read holds up. Any thread. */
    void stop() {
        Socket socket = current;
        if (socket != null) {
            close(socket);
        }
    }

    private boolean over() {
        return System.nanoTime() - untilNanos >= 0;
    }

    private void connect() {
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
            connections++;
            current = socket;
            if (kind.leaves()) {
                leave(socket);
            } else {
                flood(socket);
            }
        } catch (IOException closed) {
            cutOff++;
            close(socket);
        }
    }

    private void leave(Socket socket) {
        leftOpen.add(socket);
        if (leftOpen.size() > MOST_LEFT_OPEN) {
            close(leftOpen.remove());
        }
    }

    private void flood(Socket socket) throws IOException {
        send(socket, kind.opening());
        for (int round = 0; !over(); round++) {
            send(socket, kind.round(round));
            if (kind.reads() && drain(socket.getInputStream())) {
                throw new IOException("the server has closed");
            }
        }
        close(socket);
    }

    private void send(Socket socket, byte[] frames) throws IOException {
        socket.getOutputStream().write(frames);
        bytes += frames.length;
    }

    /** Reads what is there. Returns whether the server has closed. */
    private static boolean drain(InputStream in) throws IOException {
        int available = in.available();
        return available > 0 && in.skip(available) == 0;
    }

    private void rest() {
        try {
            TimeUnit.MILLISECONDS.sleep(REST_MILLIS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // It is closed in any case.
            return;
        }
    }
}
