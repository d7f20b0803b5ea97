package io.stimloop.gateway.page;

import io.stimloop.gateway.security.Tokens;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The tokens that pages of this server put into their commands, which no page of another origin can read. The latest are
 * known, each to the identity that asked for it. Not thread safe.
 */
final class Sessions {
    private static final int MOST_KNOWN = 1_024;

    private final Map<String, String> identities = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > MOST_KNOWN;
        }
    };

    /** A new token for this identity. */
    String begin(String identity) {
        String token = Tokens.create();
        identities.put(Tokens.hashInHex(token), identity);
        return token;
    }

    /** Whether the token was given to this identity. */
    boolean knows(Optional<String> token, String identity) {
        return token.map(Tokens::hashInHex).map(identities::get).filter(identity::equals).isPresent();
    }
}
