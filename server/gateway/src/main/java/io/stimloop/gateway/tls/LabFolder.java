package io.stimloop.gateway.tls;

import io.stimloop.gateway.security.AccessFile;
import io.stimloop.gateway.security.AccessRole;
import io.stimloop.gateway.security.SecretFiles;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The folder with a lab's authority and what it issued: {@code ca.crt} and {@code ca.key}, {@code server.crt} and
 * {@code server.key}, {@code clients/NAME.crt} and {@code clients/NAME.key}, and {@code access.yaml}. Nothing
 * that is there is written over.
 *
 * @param folder its path
 */
public record LabFolder(Path folder) {
    private static final Duration AUTHORITY_LASTS = Duration.ofDays(3_650);

    /**
     * Someone who gets a certificate.
     *
     * @param identity obeys the rule of names
     * @param roles    what the access file comes to grant; not empty
     */
    public record Client(String identity, Set<AccessRole> roles) {}

    /** The certificate of the authority: all that a client needs to know of it. */
    public Path authority() {
        return folder.resolve("ca.crt");
    }

    private Path authorityKey() {
        return folder.resolve("ca.key");
    }

    /** The certificate of the server. */
    public Path server() {
        return folder.resolve("server.crt");
    }

    /** The key of the server. */
    public Path serverKey() {
        return folder.resolve("server.key");
    }

    /** The certificate of a client. */
    public Path client(String identity) {
        return folder.resolve("clients").resolve(identity + ".crt");
    }

    /** The key of a client. */
    public Path clientKey(String identity) {
        return folder.resolve("clients").resolve(identity + ".key");
    }

    /** Who may do what. */
    public Path access() {
        return folder.resolve("access.yaml");
    }

    /** The files by which a server shows who it is and knows its clients. */
    public TlsFiles serverFiles() {
        return new TlsFiles(authority(), server(), serverKey());
    }

    /**
     * Issues certificates, from the authority that is there or a new one.
     *
     * @param hosts    of the server; empty: no certificate for a server
     * @param clients  may be empty
     * @param now      when they begin to hold
     * @param validFor how long they hold
     * @return what was written, in the order of writing
     * @throws FileAlreadyExistsException if one of the files is there; nothing was written then
     * @throws IOException                if a file cannot be written, or the authority not be read
     */
    public List<Path> issue(List<String> hosts, List<Client> clients, Instant now, Duration validFor)
            throws IOException {
        requireNew(hosts, clients);
        Files.createDirectories(folder.resolve("clients"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        List<Path> written = new ArrayList<>();
        LabAuthority authority = open(now, written);
        if (!hosts.isEmpty()) {
            write(authority.server(hosts, now, validFor), server(), serverKey(), written);
        }
        for (Client client : clients) {
            write(authority.client(client.identity(), now, validFor), client(client.identity()),
                    clientKey(client.identity()), written);
            SecretFiles.append(access(), AccessFile.line(client.identity(), client.roles()));
        }
        if (!clients.isEmpty()) {
            written.add(access());
        }
        return written;
    }

    private void requireNew(List<String> hosts, List<Client> clients) throws FileAlreadyExistsException {
        Set<Path> files = new TreeSet<>();
        if (!hosts.isEmpty()) {
            files.add(server());
            files.add(serverKey());
        }
        for (Client client : clients) {
            files.add(client(client.identity()));
            files.add(clientKey(client.identity()));
        }
        for (Path file : files) {
            if (Files.exists(file)) {
                throw new FileAlreadyExistsException(file.toString(), null,
                        "is there already; move it away to issue another");
            }
        }
    }

    private LabAuthority open(Instant now, List<Path> written) throws IOException {
        if (Files.exists(authority())) {
            return LabAuthority.of(
                    new Issued(Pem.certificates(authority()).getFirst(), Pem.key(authorityKey())));
        }
        LabAuthority made = LabAuthority.create("Stimloop lab authority", now, AUTHORITY_LASTS);
        write(made.own(), authority(), authorityKey(), written);
        return made;
    }

    private static void write(Issued issued, Path certificate, Path key, List<Path> written)
            throws IOException {
        SecretFiles.create(key, Pem.key(issued.key()));
        SecretFiles.create(certificate, Pem.certificate(issued.certificate()));
        written.add(certificate);
        written.add(key);
    }
}
