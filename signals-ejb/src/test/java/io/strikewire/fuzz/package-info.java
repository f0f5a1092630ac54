/** Fuzzing of what strangers may send: the strict parser and the dialects. */
@NullMarked
package io.strikewire.fuzz;

import org.jspecify.annotations.NullMarked;
