package io.stimloop.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.util.Durations;
import io.stimloop.v1.JournalRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads with h5py what the core schema of NWB asks for, and compares with the journal. */
final class NwbExportTest {
    /** Each group and dataset of a type has what the schema requires of that type. */
    static final String STRUCTURE = """
            import h5py, sys, uuid, datetime
            f = h5py.File(sys.argv[1], 'r')
            REQUIRED = {
                'NWBFile': ['file_create_date', 'identifier', 'session_description', 'session_start_time',
                    'timestamps_reference_time', 'acquisition', 'analysis', 'processing', 'stimulus/presentation',
                    'stimulus/templates', 'general'],
                'Subject': [], 'ProcessingModule': [], 'ScratchData': [], 'Device': [], 'ElementIdentifiers': [],
                'VectorData': [], 'TimeSeries': ['data', 'timestamps'],
                'OptogeneticSeries': ['data', 'timestamps', 'site'],
                'OptogeneticStimulusSite': ['description', 'excitation_lambda', 'location', 'device'],
                'TimeIntervals': ['id', 'start_time', 'stop_time'], 'Units': ['id'], 'DynamicTable': ['id']}
            ATTRIBUTES = {'NWBFile': ['nwb_version'], 'ProcessingModule': ['description'], 'VectorData': ['description'],
                'TimeIntervals': ['description', 'colnames'], 'Units': ['description', 'colnames'],
                'DynamicTable': ['description', 'colnames'], 'ScratchData': ['notes']}
            HDMF = ['DynamicTable', 'VectorData', 'ElementIdentifiers']
            seen, ids = set(), set()
            def check(name, node):
                kind = node.attrs.get('neurodata_type')
                if kind is None:
                    return
                seen.add(kind)
                assert node.attrs['namespace'] == ('hdmf-common' if kind in HDMF else 'core'), name
                uuid.UUID(node.attrs['object_id'])
                assert node.attrs['object_id'] not in ids, name
                ids.add(node.attrs['object_id'])
                for child in REQUIRED[kind]:
                    assert child in node, (name, child)
                for attribute in ATTRIBUTES.get(kind, []):
                    assert attribute in node.attrs, (name, attribute)
                if kind in ('TimeIntervals', 'Units', 'DynamicTable'):
                    table(name, node)
                if kind in ('TimeSeries', 'OptogeneticSeries'):
                    series(name, node)
            def table(name, node):
                assert sorted(list(node.attrs['colnames']) + ['id']) == sorted(node.keys()), name
                assert len({len(column) for column in node.values()}) == 1, name
                assert all(column.maxshape[0] is None for column in node.values()), name
            def series(name, node):
                assert len(node['data']) == len(node['timestamps']), name
                assert node['timestamps'].attrs['unit'] == 'seconds' and node['timestamps'].attrs['interval'] == 1
                assert node['timestamps'].attrs['interval'].dtype == 'int32'
                assert all(a <= b for a, b in zip(node['timestamps'][:], node['timestamps'][1:])), name
                assert isinstance(node['data'].attrs['unit'], str)
                assert all(node['data'].attrs[a].dtype == 'float32' for a in ('conversion', 'offset', 'resolution'))
            check('/', f)
            f.visititems(check)
            for time in (f['session_start_time'][()], f['timestamps_reference_time'][()], f['file_create_date'][0]):
                assert datetime.datetime.fromisoformat(time.decode()).tzinfo is not None
            assert f['file_create_date'].maxshape == (None,)
            print(' '.join(sorted(seen)))
            """;
    private static final String TRIALS = """
            import h5py, sys
            t = h5py.File(sys.argv[1], 'r')['intervals/trials']
            for i in range(len(t['id'])):
                print(t['id'][i], '%.3f %.3f' % (t['start_time'][i], t['stop_time'][i]), t['stimulus_direction'][i],
                    t['presented_direction'][i], list(t['counts'][i]), t['decision_source'][i].decode(),
                    '%.9f' % t['expected_information'][i], '%.3f' % t['decision_latency'][i], t['deadline'][i],
                    t['missed'][i], t['delivery'][i].decode(), t['outcome'][i].decode())
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @BeforeEach
    void requireReader() throws IOException, InterruptedException {
        H5py.require();
        out = folder.resolve("session.nwb");
    }

    private Path export(SyntheticJournal journal) throws IOException {
        Commands done = Commands.run("export", journal.write(folder.resolve("journal")), "--format", "nwb",
                "--out", out);
        assertThat(done.err()).isEmpty();
        assertThat(done.exitCode()).isZero();
        return out;
    }

    @Test
    void everyObjectHasWhatTheSchemaRequiresOfItsType() throws IOException, InterruptedException {
        export(SyntheticJournal.tuning(folder).trials(40).finished());
        assertThat(H5py.run(folder, STRUCTURE, out).strip())
                .isEqualTo("DynamicTable ElementIdentifiers NWBFile"
                        + " ProcessingModule ScratchData Subject TimeIntervals TimeSeries Units VectorData");
    }

    @Test
    void anExperimentWithoutATrialIsAFileWithoutARow() throws IOException, InterruptedException {
        export(SyntheticJournal.tuning(folder));
        H5py.run(folder, STRUCTURE, out);
        assertThat(H5py.run(folder, TRIALS, out)).isEmpty();
    }

    @Test
    void theTrialsAreThoseOfTheJournal() throws IOException, InterruptedException {
        SyntheticJournal journal = SyntheticJournal.tuning(folder).trials(60);
        export(journal);
        assertThat(H5py.run(folder, TRIALS, out).lines()).containsExactlyElementsOf(lines(journal.records()));
    }

    private static List<String> lines(List<JournalRecord> records) {
        List<JournalRecord> taken = records.stream().filter(JournalRecord::hasTaken).toList();
        return records.stream().filter(JournalRecord::hasCommanded).map(record -> {
            JournalRecord.Commanded command = record.getCommanded();
            long trial = command.getPresent().getTrial();
            JournalRecord answer = taken.get((int) trial - 1);
            // The clock's anchor is 20 ms after the clock's zero, and a second after the session's start.
            return String.format(Locale.ROOT,
                    "%d %.3f %.3f %s %s %s SEARCH %.9f %.3f 0.02 %s DELIVERED LEARNED", trial,
                    0.99 + record.getAtNanos() / 1e9, 0.99 + answer.getAtNanos() / 1e9,
                    command.getPresent().getStimulus(0), answer.getTaken().getPresented(0),
                    answer.getTaken().getOutcome().getCountsList(), 1.0 / trial,
                    Durations.toNanos(command.getTook()) / 1e9,
                    Durations.toNanos(command.getTook()) > 20_000_000 ? "True" : "False");
        }).collect(Collectors.toList());
    }

    @Test
    void realisedInformationAddsUpToWhatTheEntropyLost() throws IOException, InterruptedException {
        export(SyntheticJournal.tuning(folder).trials(50).finished());
        H5py.run(folder,
                """
                        import h5py, sys, math
                        f = h5py.File(sys.argv[1], 'r')
                        t, m = f['intervals/trials'], f['processing/closed_loop']
                        prior = 2 * math.log(2 * 3 * 12)
                        assert abs(t['realised_information'][:].sum() - (prior - t['entropy'][-1])) < 1e-9
                        assert abs(prior - t['realised_information'][0] - t['entropy'][0]) < 1e-9
                        assert (m['entropy/data'][:] == t['entropy'][:]).all()
                        assert (m['entropy/timestamps'][:] == t['stop_time'][:]).all()
                        assert m['amplitude_mean/data'].shape == (51, 2) and abs(m['amplitude_mean/data'][0, 0] - 35 / 3) < 1e-12
                        assert (m['baseline_q025/data'][:] <= m['baseline_q975/data'][:]).all()
                        p = m['predicted_response']
                        assert [n.decode() for n in p['neuron'][:]] == ['a'] * 8 + ['b'] * 8
                        assert list(p['stimulus_direction'][:8]) == [45 * i for i in range(8)]
                        assert (p['lower'][:] <= p['upper'][:]).all()
                        """,
                out);
    }

    @Test
    void theSessionSaysWhoDidWhatToWhomAndWithWhat() throws IOException, InterruptedException {
        export(SyntheticJournal.tuning(folder).trials(3).finished());
        assertThat(H5py.run(folder,
                """
                        import h5py, json, sys
                        f = h5py.File(sys.argv[1], 'r')
                        g = f['general']
                        text = lambda d: d[()].decode()
                        print(text(f['session_description']), text(f['session_start_time']), text(g['session_id']))
                        print([e.decode() for e in g['experimenter'][:]], text(g['institution']), text(g['lab']))
                        print({k: text(v) for k, v in g['subject'].items()}, g['subject/age'].attrs['reference'])
                        print(text(g['data_collection']))
                        print(text(g['notes']))
                        assert 'left out: BALANCED' in text(f['scratch/resolved_spec'])
                        print(json.loads(text(f['scratch/experiment_spec']))['planner'], [n.decode() for n in f['units/unit_name'][:]])
                        """,
                out)).isEqualTo("""
                        A test; <b>not</b> an experiment 2026-11-18T11:06:40.000+00:00 synthetic-1
                        ['Lovelace, Ada', "O'Brien"] Université Lab & Co
                        {'age': 'P90D', 'sex': 'F', 'species': 'Mus musculus', 'subject_id': 'm1'} birth
                        Stimloop 0.1-test; a VM; limits sha256 00ff
                        1.140 s: finished: maxTrials: done
                        {'search': {}, 'deadline': '0.020s'} ['a', 'b']
                        """);
    }
}
