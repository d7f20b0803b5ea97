/**
 * Whether commands that drive light or current may leave: arming by an operator, epochs, leases, the health of the
 * server's parts, and whether receipts agree with what was commanded. Knows no experiment, no rig's connection and no
 * transport; time comes in as a value.
 */
@NullMarked
package io.stimloop.control.arming;

import org.jspecify.annotations.NullMarked;
