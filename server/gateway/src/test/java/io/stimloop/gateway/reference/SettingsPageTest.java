package io.stimloop.gateway.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import io.stimloop.v1.Experiment;
import io.stimloop.v1.ExperimentSpec;
import io.stimloop.v1.Hello;
import io.stimloop.v1.JournalRecord;
import io.stimloop.v1.SafetyLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The reference of settings. */
class SettingsPageTest {
    private static final List<FileDescriptor> FILES = List.of(ExperimentSpec.getDescriptor().getFile(),
            Experiment.getDescriptor().getFile(), Hello.getDescriptor().getFile(),
            SafetyLimits.getDescriptor().getFile(), JournalRecord.getDescriptor().getFile());

    @Test
    void thePageInTheProjectIsTheOneOfTheContract() throws IOException {
        assertThat(Files.readString(Path.of("../SETTINGS.md")))
                .as("./stimloop config reference > server/SETTINGS.md makes it anew")
                .isEqualTo(SettingsPage.text());
    }

    @Test
    void everythingThatIsDeclaredIsFoundInItsFile() {
        for (FileDescriptor file : FILES) {
            ProtoComments comments = ProtoComments.of(file);
            file.getMessageTypes().forEach(message -> assertKnown(message, comments));
            file.getServices().forEach(service -> service.getMethods()
                    .forEach(call -> assertThat(comments.knows(call.getFullName())).as(call.getFullName())
                            .isTrue()));
        }
    }

    private static void assertKnown(Descriptor message, ProtoComments comments) {
        assertThat(comments.knows(message.getFullName())).as(message.getFullName()).isTrue();
        message.getFields().forEach(
                field -> assertThat(comments.knows(field.getFullName())).as(field.getFullName()).isTrue());
        message.getNestedTypes().stream().filter(nested -> !nested.getOptions().getMapEntry())
                .forEach(nested -> assertKnown(nested, comments));
    }

    @Test
    void aCommentIsThatOfItsOwnDeclaration() {
        ProtoComments comments = ProtoComments.of(ExperimentSpec.getDescriptor().getFile());
        assertThat(comments.of("stimloop.v1.ExperimentSpec.stopping"))
                .isEqualTo("When the experiment is over. Left out: when the operator finishes it.");
        assertThat(comments.of("stimloop.v1.Model.tuning_curve")).isEmpty();
        assertThat(LeftOut.in("A. Left out: 0.05 s where (as in b. c) so, else 2 s; more. End."))
                .contains("0.05 s where (as in b. c) so, else 2 s");
        assertThat(LeftOut.in("What is left out is as it is there.")).isEmpty();
    }
}
