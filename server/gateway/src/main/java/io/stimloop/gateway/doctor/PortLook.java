package io.stimloop.gateway.doctor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whether the ports are free that a server takes when nobody says otherwise. */
final class PortLook {
    private PortLook() {}

    /** @param ports by the option that chooses another; in order */
    static Finding finding(Map<String, Integer> ports) {
        List<String> taken = new ArrayList<>();
        ports.forEach((option, port) -> {
            if (!free(port)) {
                taken.add(port + " (choose another with " + option + ")");
            }
        });
        return taken.isEmpty()
                ? Finding.ok("ports", ports.values() + " are free")
                : Finding.warning("ports", "taken, by a server that runs already or something else: "
                        + String.join(", ", taken));
    }

    private static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
