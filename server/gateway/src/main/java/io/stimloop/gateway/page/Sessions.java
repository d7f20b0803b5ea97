package io.stimloop.gateway.page;

import io.stimloop.gateway.security.Tokens;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The tokens that pages of this server put into their commands, which no page of another origin can read. Of each identity the
 * latest are known, so that none can push out those of another; identities are as many as the server's file has. Not thread
 * safe.
 */
final class Sessions {
    private static final int MOST_EACH = 256;

    private final Map<String, Latest> byIdentity = new HashMap<>();

    /** Hashes of tokens, those used last kept. */
    private static final class Latest extends LinkedHashMap<String, Boolean> {
        private static final long serialVersionUID = 1;

        Latest() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST_EACH;
        }
    }

    /** A new token for this identity. */
    String begin(String identity) {
        String token = Tokens.create();
        byIdentity.computeIfAbsent(identity, anyone -> new Latest()).put(Tokens.hashInHex(token), true);
        return token;
    }

    /** Whether the token was given to this identity. */
    boolean knows(Optional<String> token, String identity) {
        Latest known = byIdentity.get(identity);
        return known != null && token.map(Tokens::hashInHex).map(known::get).isPresent();
    }
}
