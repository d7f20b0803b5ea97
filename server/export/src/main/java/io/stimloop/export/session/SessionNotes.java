package io.stimloop.export.session;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import io.stimloop.gateway.reference.SpecText;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** What is said of a session in words, the same in every format. */
public final class SessionNotes {
    private SessionNotes() {}

    /** With which program it was recorded, and under which limits. */
    public static String software(Session session) {
        return "Stimloop " + session.opened().getSoftwareVersion() + "; " + session.opened().getJavaVersion()
                + "; limits sha256 "
                + HexFormat.of().formatHex(session.opened().getLimitsSha256().toByteArray());
    }

    /** What happened beside the trials, and what is missing. */
    public static List<String> lines(Session session) {
        List<String> lines = new ArrayList<>();
        session.happenings().forEach(happening -> lines
                .add(String.format(Locale.ROOT, "%.3f s: %s", happening.seconds(), happening.words())));
        if (session.ending().isEmpty()) {
            lines.add("the experiment had not ended when this was written");
        }
        if (!session.missing().isEmpty()) {
            lines.add("incomplete: " + session.missing());
        }
        return lines;
    }

    /** The spec with what was left out, by what held then, as an experiment file. */
    public static String resolvedSpec(Session session) {
        return new SpecText(true, path -> "").of(session.spec().original());
    }

    /** The spec as it was sent, in JSON. */
    public static String spec(Session session) {
        try {
            return JsonFormat.printer().print(session.spec().original());
        } catch (InvalidProtocolBufferException never) {
            throw new IllegalStateException("a spec has nothing that JSON cannot hold", never);
        }
    }
}
