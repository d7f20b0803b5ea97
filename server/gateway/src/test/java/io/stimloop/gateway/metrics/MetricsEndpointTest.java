package io.stimloop.gateway.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricsEndpointTest {
    @ParameterizedTest
    @CsvSource({"GET, localhost:9464, 200", "GET, 127.0.0.1, 200", "GET, [::1]:1, 200",
            "GET, evil.example, 403", "GET, localhost.evil.example, 403", "GET, 127.0.0.1.evil.example, 403",
            "POST, localhost, 405", "DELETE, localhost, 405"})
    void onlyGetIsAnsweredAndOnlyToWhoAsksForThisMachine(String method, String host, int status)
            throws IOException {
        try (MetricsEndpoint page = new MetricsEndpoint(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), () -> "up 1\n");
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), page.address().getPort())) {
            socket.getOutputStream().write((method + " /metrics HTTP/1.1\r\nHost: " + host
                    + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
            assertThat(answer.contains("up 1")).isEqualTo(status == 200);
        }
    }
}
