package io.stimloop.checks.adapter;

/** What happens to a server, or to the way to it, while the output is on. */
enum Fault {
    /** Killed, as by kill -9. */
    KILLED,
    /** Stands still, as by SIGSTOP. */
    FROZEN,
    /** The rig does not hear the server any more. */
    RIG_DEAF,
    /** The server does not hear the rig any more. */
    SERVER_DEAF,
    /** Neither hears the other. */
    CUT
}
