/** How each sender writes: one dialect for each, chosen by the payload's own marks. Pure. */
@NullMarked
package io.strikewire.dialect;

import org.jspecify.annotations.NullMarked;
