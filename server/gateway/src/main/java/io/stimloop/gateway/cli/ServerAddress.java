package io.stimloop.gateway.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Where a server listens.
 *
 * @param host name or address
 * @param port from 1 to 65535
 */
record ServerAddress(String host, int port) {
    private static final int LARGEST_PORT = 65_535;

    @Override
    public String toString() {
        return host + ":" + port;
    }

    /** Reads {@code HOST:PORT}. */
    static final class Converter implements ITypeConverter<ServerAddress> {
        @Override
        public ServerAddress convert(String value) {
            int colon = value.lastIndexOf(':');
            try {
                int port = Integer.parseInt(value.substring(colon + 1));
                if (colon > 0 && port > 0 && port <= LARGEST_PORT) {
                    return new ServerAddress(value.substring(0, colon), port);
                }
            } catch (NumberFormatException notANumber) {
                throw wrong(value);
            }
            throw wrong(value);
        }

        private static TypeConversionException wrong(String value) {
            return new TypeConversionException(
                    "'" + value + "' must be HOST:PORT with a port from 1 to " + LARGEST_PORT);
        }
    }
}
