/**
 * Whether outputs end in time when the server dies, stands still or is cut off, and whether the stop button is quick: with
 * a server in a process of its own, over sockets. Not here: what the adapter refuses, which adapter-check looks at.
 */
@NullMarked
package io.stimloop.checks.adapter;

import org.jspecify.annotations.NullMarked;
