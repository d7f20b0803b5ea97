/**
 * The record of an experiment for people and their tools: what was commanded and what came of it, a line
 * each, written behind the loop's back. Not here: anything that a restart could rebuild an experiment from.
 */
@NullMarked
package io.stimloop.gateway.record;

import org.jspecify.annotations.NullMarked;
