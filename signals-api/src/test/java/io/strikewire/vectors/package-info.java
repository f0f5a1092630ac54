/** Recorded decisions of a reference implementation, and how they are compared. */
@org.jspecify.annotations.NullMarked
package io.strikewire.vectors;
