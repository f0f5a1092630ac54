/** Stopping the entries of one strategy or source, by hand or because it missed an alert. */
@NullMarked
package io.strikewire.hold;

import org.jspecify.annotations.NullMarked;
