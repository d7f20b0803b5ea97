/**
 * What was done and by whom, kept in a file in which every line carries the hash of the one before. Not here: what
 * happens in an experiment (its journal), and who may do what ({@code gateway.security}).
 */
@NullMarked
package io.stimloop.gateway.audit;

import org.jspecify.annotations.NullMarked;
