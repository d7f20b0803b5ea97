/**
 * Files that people write: experiment files, read with every fault at once, each with its line and column.
 * The reader follows the descriptors of the wire contract, so that a field added there can be written here.
 * Not here: what makes a spec valid ({@code control.spec}).
 */
@NullMarked
package io.stimloop.gateway.config;

import org.jspecify.annotations.NullMarked;
