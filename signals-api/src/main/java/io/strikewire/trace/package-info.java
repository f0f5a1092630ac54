/** Traces of signals: what was passed on the way from the webhook to the position, and when. */
@NullMarked
package io.strikewire.trace;

import org.jspecify.annotations.NullMarked;
