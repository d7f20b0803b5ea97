package io.stimloop.control.experiment;

import java.util.concurrent.Executor;

/**
 * All parts of an experiment, made and warm, before anyone takes part.
 *
 * @param identity what does not change about it
 * @param reader   of its belief
 * @param setup    of its loop
 * @param writer   runs its one writer
 */
record Opening(Identity identity, BeliefReader reader, LoopSetup setup, Executor writer) {}
