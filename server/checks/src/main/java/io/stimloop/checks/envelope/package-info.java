/**
 * The safety envelope against an oracle that was written from the rules in words and shares no code with it: seeded
 * proposals, steered so that every rule is the only reason of many refusals, go through both.
 */
@NullMarked
package io.stimloop.checks.envelope;

import org.jspecify.annotations.NullMarked;
