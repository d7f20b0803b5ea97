package io.stimloop.gateway.security;

/** What a person or program may do. One may have several. */
public enum AccessRole {
    /** Takes part in experiments as the rig that its identity names. */
    RIG,
    /** Creates, arms, steers and stops experiments. */
    OPERATOR,
    /** Looks on. */
    VIEWER,
    /** Changes and ends experiments; arms none. */
    ADMIN
}
