/** What a position is worth now, on whose word, and how old that word is. */
@NullMarked
package io.strikewire.mark;

import org.jspecify.annotations.NullMarked;
