/** The limits of the book: pure rules on what is asked and what is there. */
@NullMarked
package io.strikewire.risk;

import org.jspecify.annotations.NullMarked;
