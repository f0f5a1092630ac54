/** The same alert counts once: for how long. */
@NullMarked
package io.strikewire.dedup;

import org.jspecify.annotations.NullMarked;
