/**
 * Inputs that are nearly right, from seeds: messages, experiment files, limits, access files and audit trails. Whatever
 * comes in is taken or refused in words; nothing throws, hangs or grows. Not here: journals, which have a check of their
 * own.
 */
@NullMarked
package io.stimloop.checks.fuzz;

import org.jspecify.annotations.NullMarked;
