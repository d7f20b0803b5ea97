package io.stimloop.gateway.cli;

import io.stimloop.gateway.server.ProgramVersion;
import picocli.CommandLine.IVersionProvider;

/** The version of the program, for people. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[]{"stimloop " + ProgramVersion.VERSION};
    }
}
