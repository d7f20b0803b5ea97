package io.stimloop.gateway.security;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * One entry of an access file: the roles of one identity, shown by its certificate or by a token.
 *
 * @param identity    obeys the rule of names
 * @param roles       not empty
 * @param tokenSha256 64 hexadecimal digits; empty: shown by a certificate
 * @param expires     when it ends; {@link Instant#MAX}: never
 */
record Grant(String identity, Set<AccessRole> roles, Optional<String> tokenSha256, Instant expires) {
    Grant {
        roles = Set.copyOf(roles);
    }
}
