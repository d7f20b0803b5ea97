package io.stimloop.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.hdf5.Datatype;
import io.stimloop.hdf5.Group;
import io.stimloop.hdf5.Hdf5File;
import io.stimloop.hdf5.Rows;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What HDF5's own library makes of a file of ours, and does to it. */
final class EditedFileTest {
    private static final String READ = """
            import h5py, numpy as np, sys
            f = h5py.File(sys.argv[1], 'r')
            assert f.attrs['text'] == 'naïve' and f.attrs['yes'] == True and list(f.attrs['names']) == ['b', '']
            assert (f['g/column'][:] == np.arange(300000) / 2).all()
            assert (f['g/table'][:] == np.arange(60000).reshape(20000, 3)).all()
            assert f['g/column'].maxshape == (None,) and f['g/table'].maxshape == (None, 3)
            assert [s.decode() for s in f['g/texts'][:]] == ['row %d' % (i % 5) for i in range(20000)]
            assert f['g/flags'].dtype == bool and f['g/flags'][:].tolist() == [True, False]
            assert h5py.check_string_dtype(f['g/texts'].dtype)[:] == ('utf-8', None)
            assert f[f['g/column'].attrs['table']].name == '/g' and f['link'] == f['g']
            assert f.get('link', getlink=True).path == '/g' and f['g/empty'].shape == (0,)
            """;
    /** Changes a text among equal ones, makes longer and shorter, adds and takes away. */
    private static final String EDIT = """
            import h5py, sys
            f = h5py.File(sys.argv[1], 'r+')
            f['g/texts'][3] = 'a text that is much longer than the one before it'
            f['g/texts'].resize(20002, 0)
            f['g/texts'][20001] = 'last'
            f['g/table'].resize(25000, 0)
            f['g/table'][20000:] = -1
            f['g/column'][299999] = -2
            f['g/empty'].resize(4, 0)
            f['g/empty'][:] = 7
            f.create_dataset('new', data=[1, 2, 3])
            for i in range(40):
                f['g'].attrs['attribute %d' % i] = i
                f['g'].create_group('group %d' % i)
            f.attrs['text'] = 'another'
            del f['g/member 7']
            f.close()
            """;
    private static final String READ_AGAIN = """
            import h5py, numpy as np, sys
            f = h5py.File(sys.argv[1], 'r')
            texts = [s.decode() for s in f['g/texts'][:]]
            assert texts[3] == 'a text that is much longer than the one before it' and texts[20001] == 'last'
            assert texts[4:20000] == ['row %d' % (i % 5) for i in range(4, 20000)]
            assert (f['g/table'][:20000] == np.arange(60000).reshape(20000, 3)).all()
            assert (f['g/table'][20000:] == -1).all() and len(f['g/table']) == 25000
            assert (f['g/column'][:299999] == np.arange(299999) / 2).all() and f['g/column'][299999] == -2
            assert f['g/empty'][:].tolist() == [7, 7, 7, 7] and f['new'][:].tolist() == [1, 2, 3]
            assert all(f['g'].attrs['attribute %d' % i] == i for i in range(40))
            assert all(f['g'].attrs['own %d' % i] == i for i in range(12))
            assert f.attrs['text'] == 'another' and f.attrs['yes'] == True
            assert len(f['g']) == 5 + 30 - 1 + 40 and 'member 7' not in f['g'] and 'member 8' in f['g']
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;
    @SuppressWarnings("NullAway.Init")
    private Path path;

    @BeforeEach
    void writeFile() throws IOException, InterruptedException {
        H5py.require();
        path = folder.resolve("edited.h5");
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW,
                StandardOpenOption.WRITE);
                Hdf5File file = new Hdf5File(channel)) {
            file.root().attribute("text", "naïve").attribute("yes", true).attribute("names",
                    List.of("b", ""));
            file.root().soft("link", "/g");
            fill(file.root().group("g"));
            file.finish();
        }
    }

    private static void fill(Group group) throws IOException {
        for (int i = 0; i < 12; i++) {
            group.attribute("own " + i, i);
        }
        for (int i = 0; i < 30; i++) {
            group.group("member " + i);
        }
        Rows column = group.rows("column", Datatype.FLOAT64);
        column.dataset().attribute("table", group);
        for (int i = 0; i < 300_000; i++) {
            column.add(i / 2.0);
        }
        Rows table = group.rows("table", Datatype.INT32, 3);
        for (long i = 0; i < 60_000; i++) {
            table.add(i);
        }
        Rows texts = group.rows("texts", Datatype.STRING);
        for (int i = 0; i < 20_000; i++) {
            texts.add("row " + i % 5);
        }
        group.rows("flags", Datatype.BOOLEAN).add(true).add(false);
        group.rows("empty", Datatype.FLOAT64);
    }

    @Test
    void theLibraryReadsWhatWasWritten() throws IOException, InterruptedException {
        H5py.run(folder, READ, path);
        assertThat(H5py.dump(folder, path)).contains("H5T_CSET_UTF8", "SOFTLINK \"link\"", "H5T_REFERENCE");
    }

    @Test
    void aFileThatTheLibraryEditedIsWholeAndEverythingElseIsAsItWas()
            throws IOException, InterruptedException {
        H5py.run(folder, EDIT, path);
        H5py.run(folder, READ_AGAIN, path);
        assertThat(H5py.dump(folder, path)).contains("H5T_STD_I32LE");
    }
}
