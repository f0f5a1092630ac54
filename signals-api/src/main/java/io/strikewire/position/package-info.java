/** Positions, their fills, and the ports through which the book is read. */
@NullMarked
package io.strikewire.position;

import org.jspecify.annotations.NullMarked;
