/** The market around a signal: its context, how fresh that is, and when the exchange is open. */
@NullMarked
package io.strikewire.market;

import org.jspecify.annotations.NullMarked;
