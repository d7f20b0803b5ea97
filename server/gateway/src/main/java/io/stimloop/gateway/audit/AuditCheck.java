package io.stimloop.gateway.audit;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What an audit trail holds: whether each line is as it was written and follows the one before.
 *
 * @param lines      good ones, from the start
 * @param head       hash of the last good line; a copy kept elsewhere shows later whether lines were cut off
 * @param goodBytes  up to and with the newline of the last good line
 * @param tornBytes  after it, of a last line without its newline: the writer was killed
 * @param fault      what is wrong and where; empty: nothing
 */
public record AuditCheck(long lines, String head, long goodBytes, long tornBytes, String fault) {
    private static final int LONGEST_LINE = 16 << 10;

    /** Whether nothing is wrong. A torn last line is not: it says nothing that anyone was told. */
    public boolean good() {
        return fault.isEmpty();
    }

    /**
     * Reads a whole trail, line by line.
     *
     * @throws IOException if it cannot be read
     */
    public static AuditCheck of(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return of(in);
        }
    }

    static AuditCheck of(InputStream in) throws IOException {
        AuditCheck check = new AuditCheck(0, AuditLine.NO_LINE, 0, 0, "");
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0 && check.good(); next = in.read()) {
            if (next == '\n') {
                check = check.with(line.toByteArray());
                line.reset();
            } else if (line.size() == LONGEST_LINE) {
                check = check.faulty("is longer than " + LONGEST_LINE + " bytes");
            } else {
                line.write(next);
            }
        }
        return check.good()
                ? new AuditCheck(check.lines, check.head, check.goodBytes, line.size(), "")
                : check;
    }

    private AuditCheck with(byte[] line) {
        try {
            AuditLine read = AuditLine.read(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line))
                    .toString());
            if (read.number() != lines + 1) {
                return faulty("has the number " + read.number() + " and not " + (lines + 1));
            }
            if (!read.prev().equals(head)) {
                return faulty("does not follow the line before: its prev is not the hash of that");
            }
            return new AuditCheck(lines + 1, read.hash(), goodBytes + line.length + 1, 0, "");
        } catch (CharacterCodingException | IllegalArgumentException wrong) {
            return faulty(wrong instanceof CharacterCodingException
                    ? "is no UTF-8"
                    : String.valueOf(wrong.getMessage()));
        }
    }

    private AuditCheck faulty(String what) {
        return new AuditCheck(lines, head, goodBytes, 0, "line " + (lines + 1) + " " + what);
    }
}
