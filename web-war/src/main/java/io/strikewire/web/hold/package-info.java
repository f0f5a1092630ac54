/** Holds by hand: what is asked. */
@NullMarked
package io.strikewire.web.hold;

import org.jspecify.annotations.NullMarked;
