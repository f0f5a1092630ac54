/** Positions as the sum of their executions: quantity, entry price, profit and loss. */
@NullMarked
package io.strikewire.book;

import org.jspecify.annotations.NullMarked;
