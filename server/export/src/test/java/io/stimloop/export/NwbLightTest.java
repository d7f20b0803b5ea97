package io.stimloop.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.v1.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Light is where NWB has it: watts at a site that a device lights. */
final class NwbLightTest {
    private static final String MAPPING = """
            name: mapping
            neurons: [{name: n1}]
            stimulus:
              targets:
                targets: [{name: left, xUm: -20, yUm: 5}, {name: right, xUm: 20}]
                powers: {values: [2, 5]}
                mostAtOnce: 2
            model:
              optogenetic: {link: EXPONENTIAL, bias: {mean: 0, sd: 1}, weight: {mean: 1, sd: 1}, connected: 0.2, halfPower: 3}
            session: {lightSource: 473 nm diode laser, lightLocation: V1, wavelengthNm: 473}
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void everyTargetHasItsPowerInWattsWhileItWasOn() throws IOException, InterruptedException {
        H5py.require();
        SyntheticJournal journal = new SyntheticJournal(MAPPING, folder, 1).trial(2, 0).trial(0, 5).trial(5,
                2);
        journal.taken(Outcome.newBuilder().setTrial(journal.command()).addCounts(0));
        Path out = folder.resolve("light.nwb");
        Commands done = Commands.run("export", journal.write(folder.resolve("journal")), "--format", "nwb",
                "--out", out);
        assertThat(done.exitCode()).as(done.err()).isZero();
        assertThat(H5py.run(folder, NwbExportTest.STRUCTURE, out)).contains("Device", "OptogeneticSeries",
                "OptogeneticStimulusSite");
        assertThat(H5py.run(folder,
                """
                        import h5py, sys
                        f = h5py.File(sys.argv[1], 'r')
                        starts = f['intervals/trials/start_time'][:]
                        for name in ('left', 'right'):
                            s = f['stimulus/presentation/light_' + name]
                            print(s['data'][:].tolist(), [round(t, 3) for t in s['timestamps'][:]], s['data'].attrs['unit'])
                            site = s['site']
                            print(s.get('site', getlink=True).path, site['description'][()].decode(), site['location'][()].decode(),
                                site['excitation_lambda'][()], site['excitation_lambda'].dtype, site['device'].attrs['description'])
                        print([round(t, 3) for t in starts])
                        """,
                out)).isEqualTo(
                        """
                                [0.002, 0.0, 0.005, 0.0] [1.02, 1.03, 1.1, 1.11] watts
                                /general/optogenetics/left target left at x -20.0 um, y 5.0 um in its plane V1 473.0 float32 473 nm diode laser
                                [0.005, 0.0, 0.002, 0.0] [1.06, 1.07, 1.1, 1.11] watts
                                /general/optogenetics/right target right at x 20.0 um, y 0.0 um in its plane V1 473.0 float32 473 nm diode laser
                                [1.02, 1.06, 1.1, 1.14]
                                """);
    }
}
