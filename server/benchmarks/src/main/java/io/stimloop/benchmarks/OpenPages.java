package io.stimloop.benchmarks;

import io.stimloop.gateway.http.Background;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** Pages that watch an experiment: they read all they are told, on one thread that gives way, and do nothing with it. */
final class OpenPages implements AutoCloseable {
    private static final int BUFFER_BYTES = 1 << 16;

    private final Selector selector = Selector.open();
    private final List<SocketChannel> pages = new ArrayList<>();
    private final Thread reader;
    private final LongAdder bytes = new LongAdder();

    /** Opens so many pages on an experiment. */
    OpenPages(String address, String experimentId, int count) throws IOException {
        URI at = URI.create(address);
        String request = "GET /api/experiments/" + experimentId + "/events HTTP/1.1\r\nHost: "
                + at.getAuthority()
                + "\r\n\r\n";
        for (int i = 0; i < count; i++) {
            SocketChannel page = SocketChannel.open(new InetSocketAddress(at.getHost(), at.getPort()));
            pages.add(page);
            page.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
            page.configureBlocking(false);
            page.register(selector, SelectionKey.OP_READ);
        }
        reader = Background.threads("open-pages").newThread(this::read);
        reader.start();
    }

    private void read() {
        ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
        try {
            while (selector.isOpen()) {
                selector.select(key -> read((SocketChannel) key.channel(), buffer));
            }
        } catch (IOException ended) {
            throw new UncheckedIOException(ended);
        }
    }

    private void read(SocketChannel page, ByteBuffer buffer) {
        try {
            buffer.clear();
            int read = page.read(buffer);
            if (read < 0) {
                page.close();
            } else {
                bytes.add(read);
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Read so far by all. */
    long bytes() {
        return bytes.sum();
    }

    @Override
    public void close() throws IOException {
        selector.close();
        try {
            reader.join();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        for (SocketChannel page : pages) {
            page.close();
        }
    }
}
