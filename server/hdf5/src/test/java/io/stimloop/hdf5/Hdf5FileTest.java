package io.stimloop.hdf5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.jhdf.HdfFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads with jHDF, which shares no code with the writer. */
final class Hdf5FileTest {
    /** Enough chunks for an index of two levels. */
    private static final int MANY = 300_000;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private interface Content {
        void of(Group root) throws IOException;
    }

    private HdfFile written(Content content) throws IOException {
        Path path = folder.resolve("a.h5");
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW,
                StandardOpenOption.WRITE);
                Hdf5File file = new Hdf5File(channel)) {
            content.of(file.root());
            file.finish();
        }
        return new HdfFile(path);
    }

    @Test
    void numbersOfEveryTypeComeBackAsTheyWere() throws IOException {
        try (HdfFile file = written(root -> {
            root.rows("doubles", Datatype.FLOAT64).add(0.1).add(Double.NaN).add(Double.NEGATIVE_INFINITY);
            root.rows("floats", Datatype.FLOAT32).add(0.5).add(-3.0);
            root.rows("longs", Datatype.INT64).add(Long.MIN_VALUE).add(Long.MAX_VALUE);
            root.rows("ints", Datatype.INT32).add(-1L).add(7L);
            root.number("one", 473.5f);
        })) {
            assertThat(file.getDatasetByPath("/doubles").getData())
                    .isEqualTo(new double[]{0.1, Double.NaN, Double.NEGATIVE_INFINITY});
            assertThat(file.getDatasetByPath("/floats").getData()).isEqualTo(new float[]{0.5f, -3});
            assertThat(file.getDatasetByPath("/longs").getData())
                    .isEqualTo(new long[]{Long.MIN_VALUE, Long.MAX_VALUE});
            assertThat(file.getDatasetByPath("/ints").getData()).isEqualTo(new int[]{-1, 7});
            assertThat(file.getDatasetByPath("/one").getData()).isEqualTo(473.5f);
        }
    }

    @Test
    void aLongColumnComesBackWholeThroughAnIndexOfSeveralLevels() throws IOException {
        try (HdfFile file = written(root -> {
            Rows rows = root.rows("column", Datatype.FLOAT64);
            for (int i = 0; i < MANY; i++) {
                rows.add(Math.sqrt(i));
            }
        })) {
            double[] read = (double[]) file.getDatasetByPath("/column").getData();
            assertThat(read).hasSize(MANY);
            for (int i = 0; i < MANY; i++) {
                assertThat(read[i]).isEqualTo(Math.sqrt(i));
            }
            assertThat(file.getDatasetByPath("/column").getMaxSize()).containsExactly(-1L);
        }
    }

    @Test
    void aTableOfNumbersKeepsItsRows() throws IOException {
        try (HdfFile file = written(root -> {
            Rows rows = root.rows("table", Datatype.INT32, 3);
            for (int i = 0; i < 90_000; i++) {
                rows.add((long) i);
            }
        })) {
            int[][] read = (int[][]) file.getDatasetByPath("/table").getData();
            assertThat(read).hasDimensions(30_000, 3);
            assertThat(read[29_999]).containsExactly(89_997, 89_998, 89_999);
        }
    }

    @Test
    void textsComeBackInEveryAlphabet() throws IOException {
        try (HdfFile file = written(root -> {
            root.text("one", "naïve 神経 🧠");
            root.texts("some", List.of("a", "", "bb"));
            Rows rows = root.rows("many", Datatype.STRING);
            for (int i = 0; i < 20_000; i++) {
                rows.add("reason " + i % 7);
            }
            root.attribute("long", "x".repeat(70_000));
        })) {
            assertThat(file.getDatasetByPath("/one").getData()).isEqualTo("naïve 神経 🧠");
            assertThat((String[]) file.getDatasetByPath("/some").getData()).containsExactly("a", "", "bb");
            String[] many = (String[]) file.getDatasetByPath("/many").getData();
            assertThat(many).hasSize(20_000).endsWith("reason 6", "reason 0");
            assertThat(file.getAttribute("long").getData()).isEqualTo("x".repeat(70_000));
        }
    }

    @Test
    void attributesOfEveryKindComeBack() throws IOException {
        try (HdfFile file = written(
                root -> root.attribute("text", "t").attribute("whole", -3).attribute("number", 2.5)
                        .attribute("single", 1f).attribute("yes", true).attribute("names", List.of("b", "a"))
                        .attribute("text", "again"))) {
            assertThat(file.getAttribute("text").getData()).isEqualTo("again");
            assertThat(file.getAttribute("whole").getData()).isEqualTo(-3);
            assertThat(file.getAttribute("number").getData()).isEqualTo(2.5);
            assertThat(file.getAttribute("single").getData()).isEqualTo(1f);
            assertThat(file.getAttribute("yes").getData()).isEqualTo("TRUE");
            assertThat((String[]) file.getAttribute("names").getData()).containsExactly("b", "a");
        }
    }

    @Test
    void aSoftLinkAndAReferenceLeadToWhatTheyName() throws IOException {
        try (HdfFile file = written(root -> {
            Group site = root.group("sites").group("here");
            root.group("series").soft("site", "/sites/here").attribute("table", site);
        })) {
            assertThat(file.getByPath("/series/site").getAddress())
                    .isEqualTo(file.getByPath("/sites/here").getAddress());
            assertThat(file.getByPath("/series").getAttribute("table").getData())
                    .isEqualTo(file.getByPath("/sites/here").getAddress());
        }
    }

    @Test
    void aGroupHoldsThousandsOfMembers() throws IOException {
        try (HdfFile file = written(root -> {
            for (int i = 0; i < 3_000; i++) {
                root.group("member-" + i);
            }
        })) {
            assertThat(file.getChildren()).hasSize(3_000).containsKey("member-2999");
        }
    }

    @Test
    void whatIsEmptyIsThereAndEmpty() throws IOException {
        try (HdfFile file = written(root -> {
            root.rows("column", Datatype.FLOAT64);
            root.group("group");
        })) {
            assertThat(file.getDatasetByPath("/column").getDimensions()).containsExactly(0);
            assertThat(file.getChildren()).containsOnlyKeys("column", "group");
        }
    }

    @Test
    void theChecksumOfMetadataIsTheOneOfItsAuthor() {
        byte[] text = "Four score and seven years ago".getBytes(StandardCharsets.US_ASCII);
        assertThat(Lookup3.hash(text, text.length)).isEqualTo(0x17770551);
        assertThat(Lookup3.hash(text, 0)).isEqualTo(0xdeadbeef);
    }

    @Test
    void namesAndElementsThatCannotBeAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> written(root -> root.group("a/b")))
                .withMessageContaining("'a/b'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Group(new Hdf5File(new Nowhere())).group("x").soft("y", "/").group("y"))
                .withMessageContaining("'y'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Hdf5File(new Nowhere()).root().rows("n", Datatype.FLOAT64).add(true))
                .withMessageContaining("FLOAT64");
    }

    @Test
    void aRowThatIsNotCompleteEndsInAnError() {
        Hdf5File file = new Hdf5File(new Nowhere());
        assertThatIllegalStateException().isThrownBy(() -> {
            file.root().rows("pairs", Datatype.INT32, 2).add(1L);
            file.finish();
        });
    }
}
