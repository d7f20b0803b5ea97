package io.stimloop.gateway.security;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What an access file grants. Immutable; whoever is not in it has nothing. */
final class AccessTable {
    private final Map<String, List<Grant>> certificates = new HashMap<>();
    private final List<Token> tokens = new ArrayList<>();

    private record Token(byte[] hash, Grant grant) {}

    AccessTable(List<Grant> grants) {
        for (Grant grant : grants) {
            if (grant.tokenSha256().isPresent()) {
                tokens.add(new Token(HexFormat.of().parseHex(grant.tokenSha256().get()), grant));
            } else {
                certificates.computeIfAbsent(grant.identity(), first -> new ArrayList<>()).add(grant);
            }
        }
    }

    /** One who showed a certificate of this identity. */
    Principal byCertificate(String identity, Instant now) {
        Set<AccessRole> roles = EnumSet.noneOf(AccessRole.class);
        for (Grant grant : certificates.getOrDefault(identity, List.of())) {
            if (now.isBefore(grant.expires())) {
                roles.addAll(grant.roles());
            }
        }
        return new Principal(identity, roles);
    }

    /**
     * One who showed a token. Every hash is compared, each in the same time wherever it differs, so that the time
     * taken tells nothing.
     */
    Principal byToken(String token, Instant now) {
        byte[] hash = Tokens.hash(token);
        Principal found = Principal.NOBODY;
        for (Token known : tokens) {
            if (MessageDigest.isEqual(known.hash(), hash)) {
                Grant grant = known.grant();
                found = new Principal(grant.identity(),
                        now.isBefore(grant.expires()) ? grant.roles() : Set.of());
            }
        }
        return found;
    }
}
