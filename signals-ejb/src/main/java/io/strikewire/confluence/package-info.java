/** How far other signals of the same symbol agree with a signal. Pure. */
@NullMarked
package io.strikewire.confluence;

import org.jspecify.annotations.NullMarked;
