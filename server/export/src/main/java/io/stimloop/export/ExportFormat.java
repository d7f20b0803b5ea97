package io.stimloop.export;

import io.stimloop.export.nwb.NwbWriter;
import io.stimloop.export.session.Session;
import io.stimloop.export.session.SessionListener;
import io.stimloop.export.text.CsvWriter;
import io.stimloop.export.text.JsonLinesWriter;
import io.stimloop.gateway.server.ProgramVersion;
import io.stimloop.hdf5.Hdf5File;
import java.io.IOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** The formats that an experiment can be written in. */
enum ExportFormat {
    /** Neurodata Without Borders. */
    NWB {
        @Override
        void write(Session session, FileChannel channel, Telling telling) throws IOException {
            try (Hdf5File file = new Hdf5File(channel)) {
                NwbWriter writer = new NwbWriter(session, file, "stimloop " + ProgramVersion.VERSION,
                        Instant.now());
                telling.to(writer);
                writer.end();
                file.finish();
            }
        }
    },
    /** Comma-separated values. */
    CSV {
        @Override
        void write(Session session, FileChannel channel, Telling telling) throws IOException {
            text(channel, out -> telling.to(new CsvWriter(session, out)));
        }
    },
    /** A JSON object a line. */
    JSONL {
        @Override
        void write(Session session, FileChannel channel, Telling telling) throws IOException {
            text(channel, out -> telling.to(new JsonLinesWriter(session, out)));
        }
    };

    private static final int BUFFER_BYTES = 65_536;

    /** Goes through the trials once. */
    interface Telling {
        void to(SessionListener listener) throws IOException;
    }

    /** Writes lines of text. */
    private interface Text {
        void to(Appendable out) throws IOException;
    }

    private static void text(FileChannel channel, Text text) throws IOException {
        // Not closed: the channel is the caller's.
        Writer out = Channels.newWriter(channel, StandardCharsets.UTF_8.newEncoder(), BUFFER_BYTES);
        text.to(out);
        out.flush();
    }

    /** Writes a session into an empty file. */
    abstract void write(Session session, FileChannel channel, Telling telling) throws IOException;
}
