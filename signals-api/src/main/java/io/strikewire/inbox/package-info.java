/** How a delivery gets in: authenticated bytes become a stored signal or a named refusal. */
@NullMarked
package io.strikewire.inbox;

import org.jspecify.annotations.NullMarked;
