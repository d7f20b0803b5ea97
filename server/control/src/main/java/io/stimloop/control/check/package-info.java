/**
 * Whether what is observed agrees with what the model predicts, while an experiment runs. Not here: what is done about
 * it ({@code control.experiment}).
 */
@NullMarked
package io.stimloop.control.check;

import org.jspecify.annotations.NullMarked;
