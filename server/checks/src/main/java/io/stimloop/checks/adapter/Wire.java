package io.stimloop.checks.adapter;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The way between a rig and a server, which can be blocked in either direction while the connections stay open. */
final class Wire implements AutoCloseable {
    private static final int CHUNK = 16_384;

    private final ServerSocket listener;
    private final int serverPort;
    private final Valve toServer = new Valve();
    private final Valve toRig = new Valve();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();

    /** Lets bytes through, or holds them. */
    static final class Valve {
        private boolean shut;

        synchronized void set(boolean nowShut) {
            shut = nowShut;
            notifyAll();
        }

        synchronized void pass() throws InterruptedException {
            while (shut) {
                wait();
            }
        }
    }

    Wire(int serverPort) throws IOException {
        this.serverPort = serverPort;
        listener = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        var _ = Thread.ofVirtual().start(this::accept);
    }

    /** Where the rig connects. */
    int port() {
        return listener.getLocalPort();
    }

    /** What the rig says. */
    Valve toServer() {
        return toServer;
    }

    /** What the server says. */
    Valve toRig() {
        return toRig;
    }

    private void accept() {
        try {
            while (true) {
                Socket rig = listener.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
                for (Socket socket : List.of(rig, server)) {
                    socket.setTcpNoDelay(true);
                    sockets.add(socket);
                }
                var _ = Thread.ofPlatform().daemon().name("wire").start(() -> pump(rig, server, toServer));
                var _ = Thread.ofPlatform().daemon().name("wire").start(() -> pump(server, rig, toRig));
            }
        } catch (IOException closed) {
            closeSockets();
        }
    }

    private static void pump(Socket from, Socket to, Valve valve) {
        byte[] chunk = new byte[CHUNK];
        try (from; to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                valve.pass();
                out.write(chunk, 0, read);
            }
        } catch (IOException gone) {
            // One side went away: so does the other.
            return;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void closeSockets() {
        for (Socket socket : sockets) {
            try {
                socket.close();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        toServer.set(false);
        toRig.set(false);
        closeSockets();
    }
}
