/** Executes orders on paper at the price's ask or bid, for a cost per contract. */
@NullMarked
package io.strikewire.broker;

import org.jspecify.annotations.NullMarked;
