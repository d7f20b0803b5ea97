package io.stimloop.control.record;

import com.google.protobuf.Timestamp;
import io.stimloop.control.experiment.BeliefParts;
import io.stimloop.control.experiment.BeliefReading;
import io.stimloop.control.experiment.Experiment;
import io.stimloop.inference.belief.BeliefDigest;
import io.stimloop.v1.JournalRecord;
import java.time.Instant;
import java.util.Iterator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The first records of a journal: what is needed to build the experiment anew.
 *
 * @param version of the program
 */
public record OpeningRecords(String version) {
    private static final int FORMAT = 1;

    /**
     * Of an experiment without trials.
     *
     * @param reading   its belief
     * @param fromPrior whether that is the prior of its spec, which need not be written
     */
    public Iterator<JournalRecord> of(Experiment experiment, BeliefReading reading, boolean fromPrior) {
        int parts = 0;
        for (BeliefParts all = reading.parts(); !fromPrior && all.hasNext(); all.next()) {
            parts++;
        }
        JournalRecord opened = JournalRecord.newBuilder().setOpened(opened(experiment)
                .setBeliefDigest(BeliefDigest.of(reading.state())).setInitialBeliefParts(parts)).build();
        return parts == 0
                ? Stream.of(opened).iterator()
                : Stream.concat(Stream.of(opened), belief(reading.parts())).iterator();
    }

    private static Stream<JournalRecord> belief(BeliefParts parts) {
        Iterable<io.stimloop.v1.BeliefSnapshot> all = () -> parts;
        return StreamSupport.stream(all.spliterator(), false)
                .map(part -> JournalRecord.newBuilder().setInitialBelief(part).build());
    }

    private JournalRecord.Opened.Builder opened(Experiment experiment) {
        Instant created = experiment.createdAt();
        return JournalRecord.Opened.newBuilder().setFormatVersion(FORMAT).setSoftwareVersion(version)
                .setJavaVersion(javaVersion()).setEntropyNats(experiment.priorEntropyNats())
                .setExperimentId(experiment.id())
                .setSpec(experiment.spec().original())
                .setLimitsSha256(experiment.spec().safety().inForce().getSha256())
                .setCreatedAt(Timestamp.newBuilder()
                        .setSeconds(created.getEpochSecond()).setNanos(created.getNano()));
    }

    /** The virtual machine and the processor. */
    public static String javaVersion() {
        return System.getProperty("java.vm.name") + " " + Runtime.version() + " on "
                + System.getProperty("os.arch");
    }
}
