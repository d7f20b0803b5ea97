package io.stimloop.gateway.reference;

import com.google.protobuf.Descriptors.FileDescriptor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The comments of a proto file, by the full names of what they stand above. Reads files as those of this project are
 * written: one declaration a line, a comment above it.
 */
public final class ProtoComments {
    private static final Pattern BLOCK = Pattern.compile("(message|enum|service|oneof) (\\w+) \\{(\\s*\\})?");
    private static final Pattern FIELD = Pattern
            .compile("(?:repeated |optional )?(?:map<.*> |[\\w.]+ )?(\\w+) = \\d+.*;");
    private static final Pattern RPC = Pattern.compile("rpc (\\w+)\\s*\\(.*");
    private static final String ONEOF = "";

    private final Map<String, String> comments = new HashMap<>();
    private final Deque<String> within = new ArrayDeque<>();
    private final List<String> above = new ArrayList<>();

    private ProtoComments(String proto) {
        within.add("stimloop.v1");
        proto.lines().map(String::strip).forEach(this::take);
    }

    /** Those of the file that a class of messages was made from. */
    public static ProtoComments of(FileDescriptor file) {
        String name = "/" + file.getFullName();
        try (InputStream in = ProtoComments.class.getResourceAsStream(name)) {
            return new ProtoComments(new String(Objects.requireNonNull(in, name).readAllBytes(),
                    StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void take(String line) {
        Matcher block = BLOCK.matcher(line);
        Matcher field = FIELD.matcher(line);
        Matcher rpc = RPC.matcher(line);
        if (line.startsWith("//")) {
            above.add(line.substring(2).strip());
            return;
        }
        if (block.matches()) {
            enter(block);
        } else if (line.equals("}")) {
            within.removeLast();
        } else if (field.matches()) {
            note(field.group(1));
        } else if (rpc.matches()) {
            note(rpc.group(1));
        }
        above.clear();
    }

    private void enter(Matcher block) {
        boolean oneof = block.group(1).equals("oneof");
        if (!oneof) {
            note(block.group(2));
        }
        if (block.group(3) == null) {
            within.addLast(oneof ? ONEOF : block.group(2));
        }
    }

    private void note(String name) {
        comments.put(full(name), String.join("\n", above));
    }

    private String full(String name) {
        StringBuilder full = new StringBuilder();
        within.stream().filter(part -> !part.equals(ONEOF)).forEach(part -> full.append(part).append('.'));
        return full.append(name).toString();
    }

    /** Whether something with this full name is declared. */
    boolean knows(String fullName) {
        return comments.containsKey(fullName);
    }

    /** The comment, its lines as they are; empty where there is none. */
    String of(String fullName) {
        return comments.getOrDefault(fullName, "");
    }

    /** The comment as one line. */
    String sentence(String fullName) {
        return of(fullName).replace('\n', ' ');
    }
}
